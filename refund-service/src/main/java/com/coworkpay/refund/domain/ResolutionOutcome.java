package com.coworkpay.refund.domain;

/// How a person ends a refund.
public enum ResolutionOutcome {
    /// KakaoPay has refunded it: the person names the cancel by KakaoPay's id (`aid`).
    REFUNDED,
    /// It was refunded another way, for instance by bank transfer.
    REFUNDED_ELSEWHERE,
    /// It is not refunded; its amount is released.
    GIVEN_UP
}
