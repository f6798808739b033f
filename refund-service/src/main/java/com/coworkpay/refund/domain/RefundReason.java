package com.coworkpay.refund.domain;

/// Why an administrator requests a refund.
public enum RefundReason {
    REQUESTED_BY_CUSTOMER,
    DUPLICATE,
    ORDER_CHANGE,
    UNSATISFACTORY,
    FRAUDULENT,
    OTHER
}
