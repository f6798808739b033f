package com.coworkpay.payment.query;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A payment's id in a path: anything else is not found.
public final class PathIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathIds() {}

    public static UUID payment(String text) {
        return Optional.of(text)
                .filter(t -> FORM.matcher(t).matches())
                .map(UUID::fromString)
                .orElseThrow(PathIds::notFound);
    }

    public static ProblemException notFound() {
        return ProblemException.of(CommonProblem.NOT_FOUND);
    }
}
