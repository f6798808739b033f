package com.coworkpay.refund.domain;

/// The stored and the public word of each state of [RefundState].
public enum RefundStatus {
    REQUESTED,
    AWAITING_APPROVAL,
    IN_FLIGHT,
    SUCCEEDED,
    FAILED,
    UNKNOWN;

    /// Its amount is neither gone nor free: nobody else may promise it.
    public boolean isReserved() {
        return switch (this) {
            case REQUESTED, AWAITING_APPROVAL, IN_FLIGHT, UNKNOWN -> true;
            case SUCCEEDED, FAILED -> false;
        };
    }

    /// A cancel may be at work or may have taken effect: only one refund of a payment may be here.
    public boolean isUnsettled() {
        return switch (this) {
            case IN_FLIGHT, UNKNOWN -> true;
            case REQUESTED, AWAITING_APPROVAL, SUCCEEDED, FAILED -> false;
        };
    }
}
