package com.coworkpay.refund.query;

import com.coworkpay.platform.identity.Subject;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of the list of refunds.
class RefundFilterParams {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final java.util.regex.Pattern REASON = java.util.regex.Pattern.compile("[A-Z_]{1,60}");

    @QueryParam("status")
    @Parameter(description = "Repeatable: any of them")
    @Nullable
    List<RefundStatus> status;

    @QueryParam("origin")
    @Parameter(description = "Repeatable: any of them")
    @Nullable
    List<Origin> origin;

    @QueryParam("reason")
    @Parameter(description = "An administrator's reason, or the reason of a decision. Repeatable: any of them")
    @Nullable
    List<String> reason;

    @QueryParam("failure")
    @Parameter(description = "Why it failed. Repeatable: any of them")
    @Nullable
    List<Failure> failure;

    @QueryParam("requestedBy")
    @Parameter(description = "The subject of the administrator who requested it, exactly")
    @Pattern(regexp = Subject.REGEX)
    @Nullable
    String requestedBy;

    @QueryParam("paymentId")
    @Nullable
    UUID paymentId;

    @QueryParam("inReview")
    @Parameter(description = "true: in manual review; false: not in it")
    @Nullable
    Boolean inReview;

    @QueryParam("from")
    @Parameter(description = "First day, in the location's time zone, on which it was requested")
    @Nullable
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day, inclusive")
    @Nullable
    LocalDate to;

    @QueryParam("minKrw")
    @Min(0)
    @Parameter(description = "Least amount of the refund in won, inclusive")
    @Nullable
    Long minKrw;

    @QueryParam("maxKrw")
    @Min(0)
    @Parameter(description = "Highest amount of the refund in won, inclusive")
    @Nullable
    Long maxKrw;

    /// @throws ProblemException naming the parameter at fault
    RefundFilter filter() {
        day("from", from);
        day("to", to);
        if (from != null && to != null && from.isAfter(to)) {
            throw invalid("to");
        }
        if (minKrw != null && maxKrw != null && minKrw > maxKrw) {
            throw invalid("maxKrw");
        }
        return new RefundFilter(
                set(RefundStatus.class, status),
                set(Origin.class, origin),
                reasons(),
                set(Failure.class, failure),
                requestedBy,
                paymentId,
                inReview,
                from,
                to,
                minKrw,
                maxKrw);
    }

    private Set<String> reasons() {
        if (reason == null) {
            return Set.of();
        }
        if (!reason.stream().allMatch(each -> REASON.matcher(each).matches())) {
            throw invalid("reason");
        }
        return new TreeSet<>(reason);
    }

    private static void day(String name, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw invalid(name);
        }
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> values) {
        return values == null || values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }

    private static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }
}
