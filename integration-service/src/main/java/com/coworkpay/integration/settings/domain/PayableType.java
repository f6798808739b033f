package com.coworkpay.integration.settings.domain;

/// What may be paid for; each has a switch.
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE
}
