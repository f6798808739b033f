package com.coworkpay.contracts;

import java.util.Arrays;
import java.util.Optional;

/// What is paid for. Each type has a switch of its own at its location.
///
/// A consumer keeps a type that it does not know as text: see [PaymentStateV1].
public enum PayableType {
    BOOKING,
    EVENT_TICKET,
    SHOP_ORDER,
    CREDIT_PACKAGE,
    INVOICE;

    /// Only these are refunded by a cancellation, so only these carry a refund policy. The others are refunded by an
    /// administrator alone.
    public boolean isRefundedByCancellation() {
        return switch (this) {
            case BOOKING, EVENT_TICKET, SHOP_ORDER -> true;
            case CREDIT_PACKAGE, INVOICE -> false;
        };
    }

    /// Empty for a type that this process does not know.
    public static Optional<PayableType> find(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
