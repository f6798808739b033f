package com.coworkpay.refund.review.domain;

/// How a person ends a refund.
public enum ResolutionOutcome {
    /// It was given back another way, by bank transfer for instance.
    REFUNDED_ELSEWHERE,
    /// It is not given back by this refund; its amount is free again.
    GIVEN_UP
}
