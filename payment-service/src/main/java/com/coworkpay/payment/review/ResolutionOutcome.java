package com.coworkpay.payment.review;

/// The outcome of a payment, as a person resolves it.
enum ResolutionOutcome {
    PAID,
    NOT_PAID
}
