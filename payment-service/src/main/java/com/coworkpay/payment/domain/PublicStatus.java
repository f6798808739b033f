package com.coworkpay.payment.domain;

/// The five public statuses of a payment: in responses, events and redirects.
public enum PublicStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    CANCELED,
    FAILED
}
