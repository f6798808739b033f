package com.coworkpay.refund.batch.domain;

/// Why a payment of a refund batch is not refunded by it.
public enum LeftOutReason {
    /// An invoice or a credit package.
    TYPE_NOT_REFUNDABLE,
    /// A cancellation or another batch has refunded it; what is left is for a person.
    ALREADY_REFUNDED,
    /// Such a refund is in manual review: a person ends it.
    REFUND_IN_REVIEW,
    /// It has had as many refunds as one may have.
    TOO_MANY_REFUNDS,
    NOTHING_LEFT,
    /// It was moved to another day after it was counted.
    MOVED
}
