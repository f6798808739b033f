package com.coworkpay.refund.query.api;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids in paths: what is none is simply not found.
public final class PathIds {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathIds() {}

    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    public static ProblemException notFound() {
        return ProblemException.of(CommonProblem.NOT_FOUND);
    }
}
