package com.coworkpay.refund.domain;

/// The kinds of things that are paid for.
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE;

    /// Invoices and credit packages are never refunded by a cancellation, only by an administrator.
    public boolean isRefundedByCancellation() {
        return switch (this) {
            case BOOKING, EVENT_TICKET, SHOP_ORDER -> true;
            case CREDIT_PACKAGE, INVOICE -> false;
        };
    }
}
