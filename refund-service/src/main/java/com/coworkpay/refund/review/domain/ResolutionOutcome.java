package com.coworkpay.refund.review.domain;

/// How a person ends a refund.
public enum ResolutionOutcome {
    /// KakaoPay has given it back: the person names the cancel, by the id that KakaoPay gave it (`aid`).
    REFUNDED,
    /// It was given back another way, by bank transfer for instance.
    REFUNDED_ELSEWHERE,
    /// It is not given back by this refund; its amount is free again.
    GIVEN_UP
}
