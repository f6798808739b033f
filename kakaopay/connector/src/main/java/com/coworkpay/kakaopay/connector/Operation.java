package com.coworkpay.kakaopay.connector;

import java.util.Locale;

/// What this library asks of KakaoPay.
enum Operation {
    READY,
    APPROVE,
    ORDER,
    CANCEL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// As in the path, in logs, in metrics and in [Code].
    String word() {
        return word;
    }
}
