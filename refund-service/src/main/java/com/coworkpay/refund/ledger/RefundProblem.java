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
    /// A set-aside cancellation was ended the other way before.
    SET_ASIDE_ENDED(409),
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
