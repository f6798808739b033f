package com.coworkpay.refund.policy.domain;

/// What has become of the refunds of a payment by an earlier cancellation or batch. One that surely moved nothing does
/// not count.
public enum EarlierRefund {
    NONE,
    /// It is not over, or it failed and `order` has not proved yet that nothing moved.
    UNDER_WAY,
    SUCCEEDED
}
