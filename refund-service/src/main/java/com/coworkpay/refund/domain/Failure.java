package com.coworkpay.refund.domain;

/// Why a refund failed: no money moved by it.
public enum Failure {
    /// The time in which KakaoPay cancels this payment is over.
    CANCEL_PERIOD_OVER,
    /// The payer has left KakaoPay Money; old payments cannot be cancelled.
    PAYER_LEFT,
    /// KakaoPay or the card company declined the cancel for good.
    REFUSED,
    /// A person gave it up; an order inquiry showed that the money is still there.
    GIVEN_UP,
    /// A cancel was made outside of this suite, and nothing is left for it.
    REFUNDED_OUTSIDE,
    /// A person recorded, with evidence, that it was refunded another way.
    REFUNDED_ELSEWHERE,
    /// A second person declined it. Nothing was sent.
    APPROVAL_DECLINED,
    /// Nobody approved it in time. Nothing was sent.
    APPROVAL_EXPIRED,
    /// The one who asked for it took it back before it was approved. Nothing was sent.
    WITHDRAWN
}
