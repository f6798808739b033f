package com.coworkpay.refund.ledger;

import com.coworkpay.platform.problem.ProblemType;
import java.util.Locale;

/// Why a request about a refund is refused, each with a `type` of its own.
public enum RefundProblem implements ProblemType {
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    /// The caller's balance is not the present one; the answer has the present one.
    BALANCE_STALE(409),
    /// More than what is left.
    AMOUNT_TOO_HIGH(422),
    /// Nothing is left to refund.
    NOTHING_LEFT(409),
    /// The payment has had as many refunds as one may have.
    TOO_MANY_REFUNDS(409),
    /// It began a short while ago, and this service has not received yet that it is paid.
    PAYMENT_NOT_KNOWN_YET(409),
    /// The location's settings have not been received yet: whether somebody has to approve it is not known.
    LOCATION_NOT_KNOWN_YET(409),
    /// Somebody else has answered, or it has expired: it does not wait for approval any more.
    NOT_AWAITING_APPROVAL(409),
    /// Who asked for it, is named by its cancellation, was paid by, or has approved it already.
    APPROVER_CONCERNED(403),
    /// The amount that the approver saw is not the present one.
    APPROVAL_AMOUNT_STALE(409),
    /// Only the person who asked for it takes it back.
    NOT_YOUR_REQUEST(403),
    /// The last order inquiry about this refund was a moment ago.
    CHECKED_JUST_NOW(429),
    /// It has ended already, by itself or by a person.
    NOTHING_TO_RESOLVE(409),
    /// What was sent may still take effect.
    RESOLUTION_TOO_EARLY(409),
    /// KakaoPay's order does not show that the money is there.
    RESOLUTION_NOT_CONFIRMED(409),
    /// KakaoPay's order shows something else.
    RESOLUTION_CONTRADICTED(409),
    /// Another resolution of this refund waits for another person.
    RESOLUTION_WAITS(409),
    /// A set-aside cancellation was ended the other way before.
    SET_ASIDE_ENDED(409),
    /// The last comparison of this payment was a moment ago.
    COMPARED_JUST_NOW(429),
    /// The order inquiries that comparisons may make in a day are used up.
    COMPARISON_QUOTA_USED(429),
    /// Another comparison of a period of this location is running.
    COMPARISON_RUNNING(409),
    /// The event or day has a refund batch that is not over.
    BATCH_OPEN(409),
    /// The count or the sum that the caller saw is not that of the dry run.
    BATCH_COUNT_STALE(409),
    /// The payments of the batch have changed since they were counted: it is counted again.
    BATCH_RECOUNTED(409),
    /// Not as the batch is now; the code is its status.
    BATCH_STATUS_CHANGED(409),
    /// As many streams are open as may be.
    BATCH_STREAMS_FULL(503),
    /// A person cancels as themselves and as an administrator.
    NOT_IN_ANOTHERS_NAME(403);

    private final int status;

    RefundProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/refund";
    }
}
