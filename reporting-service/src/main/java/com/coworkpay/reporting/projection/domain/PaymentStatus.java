package com.coworkpay.reporting.projection.domain;

/// A payment's status as the payer sees it: the words of payment-service.
public enum PaymentStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    CANCELED,
    FAILED
}
