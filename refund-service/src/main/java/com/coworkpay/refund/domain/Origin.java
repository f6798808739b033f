package com.coworkpay.refund.domain;

/// Where a refund comes from. By cancellation, batch or overpayment there is one per payment that did not surely fail.
public enum Origin {
    CANCELLATION,
    /// A refund batch: a whole event was cancelled, or a day closed.
    BATCH,
    /// Money taken for a payable that was paid or canceled already.
    OVERPAYMENT,
    ADMINISTRATOR,
    /// A cancel in KakaoPay's dashboard, found by an order inquiry.
    OUTSIDE;

    public boolean isAutomatic() {
        return this != ADMINISTRATOR && this != OUTSIDE;
    }
}
