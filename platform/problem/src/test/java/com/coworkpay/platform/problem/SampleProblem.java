package com.coworkpay.platform.problem;

enum SampleProblem implements ProblemType {
    ALREADY_PAID("already-paid", 409, "problems/sample"),
    WITHOUT_KOREAN("without-korean", 409, "problems/sample"),
    OTHER_PLACEHOLDERS("other-placeholders", 409, "problems/sample"),
    SUCCESS("success", 200, "problems/sample"),
    SLUG("Not A Slug", 409, "problems/sample"),
    NO_BUNDLE("no-bundle", 409, "problems/nowhere");

    private final String slug;
    private final int status;
    private final String bundle;

    SampleProblem(String slug, int status, String bundle) {
        this.slug = slug;
        this.status = status;
        this.bundle = bundle;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return bundle;
    }
}
