package com.coworkpay.payment.review.domain;

/// The outcome of a payment, as a person resolves it.
public enum ResolutionOutcome {
    PAID,
    NOT_PAID
}
