package com.coworkpay.refund.query;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.RangeRule;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the filters of lists have in common. Each refusal names its parameter.
final class FilterRules {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final Pattern REASON = Pattern.compile("[A-Z_]{1,60}");

    private FilterRules() {}

    static void days(@Nullable LocalDate from, @Nullable LocalDate to) {
        day("from", from);
        day("to", to);
        RangeRule.inOrder(from, to, "to");
    }

    static void amounts(@Nullable Long minKrw, @Nullable Long maxKrw) {
        RangeRule.inOrder(minKrw, maxKrw, "maxKrw");
    }

    static Set<String> reasons(@Nullable List<String> reason) {
        if (reason == null) {
            return Set.of();
        }
        if (!reason.stream().allMatch(each -> REASON.matcher(each).matches())) {
            throw invalid("reason");
        }
        return new TreeSet<>(reason);
    }

    /// In the order of their names, so that one question has one cursor.
    static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> values) {
        return values == null || values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }

    static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }

    private static void day(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw invalid(name);
        }
    }
}
