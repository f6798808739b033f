package com.coworkpay.reporting.projection.domain;

/// What is paid for.
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE
}
