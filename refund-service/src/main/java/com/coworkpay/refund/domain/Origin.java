package com.coworkpay.refund.domain;

/// What asked for a refund. All but an administrator are automatic: one of them per payment, for ever.
public enum Origin {
    CANCELLATION,
    /// A whole event or day cancelled; not built yet.
    BATCH,
    /// Money nobody owed us.
    SURPLUS,
    ADMINISTRATOR;

    public boolean isAutomatic() {
        return this != ADMINISTRATOR;
    }
}
