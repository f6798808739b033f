package com.coworkpay.refund.query;

import com.coworkpay.platform.identity.Subject;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The filters of the list of refunds.
class RefundFilterParams {

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
        FilterRules.days(from, to);
        FilterRules.amounts(minKrw, maxKrw);
        return new RefundFilter(
                FilterRules.set(RefundStatus.class, status),
                FilterRules.set(Origin.class, origin),
                FilterRules.reasons(reason),
                FilterRules.set(Failure.class, failure),
                requestedBy,
                paymentId,
                inReview,
                from,
                to,
                minKrw,
                maxKrw);
    }
}
