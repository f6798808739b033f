package com.coworkpay.integration;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A request names a payable type that is none; the answer names all of them.
public final class UnknownPayableType {

    private UnknownPayableType() {}

    /// @param field where it was named
    public static ProblemException at(String field) {
        return ProblemException.of(IntegrationProblem.UNKNOWN_PAYABLE_TYPE)
                .field(field)
                .with(
                        "types",
                        Arrays.stream(PayableType.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
