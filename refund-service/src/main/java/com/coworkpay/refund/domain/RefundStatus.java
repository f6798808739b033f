package com.coworkpay.refund.domain;

/// The stored and public name of each state of [RefundState].
public enum RefundStatus {
    REQUESTED,
    AWAITING_APPROVAL,
    IN_FLIGHT,
    SUCCEEDED,
    FAILED,
    UNKNOWN;

    /// Its amount is reserved: no other refund may use it.
    public boolean isReserved() {
        return switch (this) {
            case REQUESTED, AWAITING_APPROVAL, IN_FLIGHT, UNKNOWN -> true;
            case SUCCEEDED, FAILED -> false;
        };
    }

    /// A cancel may be in flight or may have taken effect: only one refund of a payment may be so.
    public boolean isUnsettled() {
        return switch (this) {
            case IN_FLIGHT, UNKNOWN -> true;
            case REQUESTED, AWAITING_APPROVAL, SUCCEEDED, FAILED -> false;
        };
    }
}
