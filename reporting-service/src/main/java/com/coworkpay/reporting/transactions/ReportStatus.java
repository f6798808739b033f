package com.coworkpay.reporting.transactions;

/// The words of the payer's page, and two beside them for what went back. An overpayment is `CANCELED`.
enum ReportStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    CANCELED,
    FAILED
}
