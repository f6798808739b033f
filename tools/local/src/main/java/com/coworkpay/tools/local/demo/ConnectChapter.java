package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.stack.DemoMerchants;

/// How a location gets KakaoPay, and what is refused on the way.
final class ConnectChapter {
    private final ApiClient suite;
    private final DemoConsole console;
    private final String first;
    private final String second;

    ConnectChapter(ApiClient suite, DemoConsole console, String first, String second) {
        this.suite = suite;
        this.console = console;
        this.first = first;
        this.second = second;
    }

    void play() {
        console.step("The booking system registers two locations", this::register);
        console.step(
                "A wrong key is refused",
                () -> refused("PRDNOBODYS0KEY00000000000000000000000001", DemoMerchants.SECRET_KEY_CID, "wrong-key"));
        console.step("A wrong CID is refused", () -> refused(DemoMerchants.SECRET_KEY, "CWPAYXXX99", "wrong-cid"));
        console.step(
                "A site that is not registered with the merchant's account is refused",
                () -> refused(
                        DemoMerchants.OTHER_SITE_KEY, DemoMerchants.OTHER_SITE_CID, "site-domain-not-registered"));
        console.step(
                "Connect the first location with a secret key (today's API)",
                () -> connect(first, "SECRET_KEY", DemoMerchants.SECRET_KEY, DemoMerchants.SECRET_KEY_CID));
        console.step(
                "Connect the second location with an admin key (the former API)",
                () -> connect(second, "ADMIN_KEY", DemoMerchants.ADMIN_KEY, DemoMerchants.ADMIN_KEY_CID));
    }

    private void register() {
        suite.bookingSystem().registerLocation(first);
        suite.bookingSystem().registerLocation(second);
        console.line("locations", first + ", " + second);
    }

    private void refused(String key, String cid, String type) {
        var problem = Problem.of(suite.administrators().connect(first, "SECRET_KEY", key, cid));
        console.line("CID", cid);
        console.line("refused", problem.status() + " " + problem.type());
        console.line("in words", problem.detail());
        ExpectationFailedException.unless(
                problem.type().equals(type), "expected a refusal for " + type + ", got " + problem.type());
        ExpectationFailedException.unless(!problem.detail().contains(key), "the refusal repeats the key");
    }

    private void connect(String location, String kind, String key, String cid) {
        var answer = suite.administrators().connect(location, kind, key, cid);
        ExpectationFailedException.unless(
                answer.status() / 100 == 2, "expected success, got " + answer.status() + " " + answer.body());
        ExpectationFailedException.unless(!answer.body().contains(key), "the answer repeats the key");
        console.line("location", location);
        console.line("merchant", "CID " + cid + ", " + kind);
    }
}
