package com.coworkpay.reporting.transactions;

/// The words of refund-service for where a refund is.
enum ReportRefundStatus {
    REQUESTED,
    AWAITING_APPROVAL,
    IN_FLIGHT,
    UNKNOWN,
    SUCCEEDED,
    FAILED
}
