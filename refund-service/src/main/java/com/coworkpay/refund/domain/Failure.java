package com.coworkpay.refund.domain;

/// Why a refund failed: no money moved by it.
public enum Failure {
    /// The time in which KakaoPay cancels this payment is over.
    CANCEL_PERIOD_OVER,
    /// The payer has left KakaoPay Money; old payments cannot be cancelled.
    PAYER_LEFT,
    /// KakaoPay or the card company refused the cancel for good.
    REFUSED,
    /// KakaoPay refused the cancel for the time being, too often.
    TOO_MANY_ATTEMPTS,
    /// A person gave it up; KakaoPay's order look-up shows that the money is still there.
    GIVEN_UP,
    /// Somebody cancelled outside of this suite, and nothing is left for it.
    REFUNDED_OUTSIDE,
    /// A person says, with evidence, that it was given back another way.
    REFUNDED_ELSEWHERE
}
