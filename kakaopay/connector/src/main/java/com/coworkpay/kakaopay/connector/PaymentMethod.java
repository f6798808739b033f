package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// With what the payer paid at KakaoPay.
public enum PaymentMethod {
    CARD,
    MONEY,
    /// Something KakaoPay has added since, or did not say.
    OTHER;

    static PaymentMethod of(@Nullable String word) {
        return switch (word) {
            case "CARD" -> CARD;
            case "MONEY" -> MONEY;
            case null, default -> OTHER;
        };
    }
}
