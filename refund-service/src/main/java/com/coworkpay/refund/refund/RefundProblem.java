package com.coworkpay.refund.refund;

import com.coworkpay.platform.problem.ProblemType;
import java.util.Locale;

/// Why a refund is not taken, each with a `type` of its own.
public enum RefundProblem implements ProblemType {
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    /// The balance the caller believes in is not the balance (any more); the answer says the present one.
    BALANCE_STALE(409),
    /// More than what is left.
    AMOUNT_TOO_HIGH(422),
    /// Nothing is left to refund.
    NOTHING_LEFT(409),
    /// The payment has had as many refunds as one may have.
    TOO_MANY_REFUNDS(409);

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
