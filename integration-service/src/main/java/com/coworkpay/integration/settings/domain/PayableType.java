package com.coworkpay.integration.settings.domain;

import java.util.Arrays;
import java.util.Optional;

/// What may be paid for; each has a switch.
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE;

    public static Optional<PayableType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
