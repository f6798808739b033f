package com.coworkpay.refund.domain;

/// What asked for a refund. By cancellation, batch or overpayment there is one per payment that did not surely fail.
public enum Origin {
    CANCELLATION,
    /// A whole event or day cancelled; not built yet.
    BATCH,
    /// Money nobody owed us.
    OVERPAYMENT,
    ADMINISTRATOR,
    /// Nobody here: a cancel in KakaoPay's dashboard, found by `order`.
    OUTSIDE;

    public boolean isAutomatic() {
        return this != ADMINISTRATOR && this != OUTSIDE;
    }
}
