package com.coworkpay.reporting.transactions.domain;

/// The words of the payer's page, and two beside them for what went back. An overpayment is `CANCELED`.
public enum ReportStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CANCELED,
    FAILED
}
