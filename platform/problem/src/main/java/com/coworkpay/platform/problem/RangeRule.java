package com.coworkpay.platform.problem;

import org.jspecify.annotations.Nullable;

/// A range with its first and last value, either of which may be left out.
public final class RangeRule {

    private RangeRule() {}

    /// @param field names the last value to the caller, who is told to exchange the two
    /// @throws ProblemException if the last value comes before the first
    public static <T extends Comparable<? super T>> void inOrder(@Nullable T first, @Nullable T last, String field) {
        if (first != null && last != null && first.compareTo(last) > 0) {
            throw empty(field);
        }
    }

    /// Nothing can lie in it.
    public static ProblemException empty(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST)
                .field(field)
                .sentence(RequestError.Sentence.EMPTY_RANGE);
    }
}
