package com.coworkpay.payment.review.domain;

/// What a person says a payment came to.
public enum ResolutionOutcome {
    PAID,
    NOT_PAID
}
