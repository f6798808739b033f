package com.coworkpay.refund.comparison;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.RangeRule;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a request to compare a period.
@Schema(name = "ComparisonRequest")
record ComparisonRequest(
        @Schema(description = "The first day, in the location's zone", examples = "2026-11-01")
        @NotNull
        @Pattern(regexp = ComparisonRequest.DAY)
        String from,

        @Schema(
                description = "The last day, inclusive: at most 31 days, and not in the future",
                examples = "2026-11-30")
        @NotNull
        @Pattern(regexp = ComparisonRequest.DAY)
        String to) {

    static final String DAY = "(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final int MAX_DAYS = 31;

    /// @throws ProblemException that names the member
    NewComparison in(String locationId, ZoneId zone, String requestedBy, String idempotencyKey) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        RangeRule.inOrder(first, last, "to");
        if (!last.isBefore(first.plusDays(MAX_DAYS)) || last.isAfter(LocalDate.now(zone))) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("to");
        }
        return new NewComparison(locationId, first, last, zone, requestedBy, idempotencyKey);
    }

    private static LocalDate day(String member, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field(member);
        }
    }
}
