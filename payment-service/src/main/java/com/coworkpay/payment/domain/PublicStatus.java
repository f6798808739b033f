package com.coworkpay.payment.domain;

/// The five words of a payment that leave this service: in answers, events and on the way back.
public enum PublicStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    CANCELED,
    FAILED
}
