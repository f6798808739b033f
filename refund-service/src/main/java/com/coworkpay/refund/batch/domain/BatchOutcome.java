package com.coworkpay.refund.batch.domain;

/// What has become of a payment of a refund batch.
public enum BatchOutcome {
    /// To be refunded; nothing was requested yet.
    PENDING,
    /// Its refund is requested, or its outcome is not known yet.
    REQUESTED,
    REFUNDED,
    FAILED,
    /// Its refund is in manual review; it continues by itself.
    IN_REVIEW,
    LEFT_OUT,
    /// The batch ended before it was requested.
    STOPPED
}
