package com.coworkpay.payment.stream;

import java.util.UUID;

/// What a stream shows.
public record StreamKey(Kind kind, UUID id) {

    enum Kind {
        PAYMENT,
        CHECKOUT
    }

    static StreamKey payment(UUID id) {
        return new StreamKey(Kind.PAYMENT, id);
    }

    public static StreamKey checkout(UUID id) {
        return new StreamKey(Kind.CHECKOUT, id);
    }
}
