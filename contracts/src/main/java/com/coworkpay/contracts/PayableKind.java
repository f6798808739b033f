package com.coworkpay.contracts;

/// The kinds of payables that a cancellation may be about.
public enum PayableKind {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER
}
