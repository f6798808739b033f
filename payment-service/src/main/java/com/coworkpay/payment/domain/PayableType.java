package com.coworkpay.payment.domain;

/// The kinds of things that are paid for; each has its own switch at a location.
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE;

    /// Only these three are refunded by a cancellation, so only they carry a policy.
    public boolean hasPolicy() {
        return switch (this) {
            case BOOKING, EVENT_TICKET, SHOP_ORDER -> true;
            case CREDIT_PACKAGE, INVOICE -> false;
        };
    }
}
