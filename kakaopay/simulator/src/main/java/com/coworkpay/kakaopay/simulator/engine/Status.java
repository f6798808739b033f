package com.coworkpay.kakaopay.simulator.engine;

/// KakaoPay's `status` words (order look-up), as far as a single payment reaches them here.
///
/// ```
/// READY ─▶ OPEN_PAYMENT ─▶ SELECT_METHOD ─▶ AUTH_PASSWORD ─▶ SUCCESS_PAYMENT ─▶ PART_CANCEL_PAYMENT ─▶ CANCEL_PAYMENT
///               └──────────▶ FAIL_AUTH_PASSWORD    └─▶ FAIL_PAYMENT
///     any of the first four ─▶ QUIT_PAYMENT (the page may be opened again)
/// ```
public enum Status {
    READY,
    OPEN_PAYMENT,
    SELECT_METHOD,
    AUTH_PASSWORD,
    SUCCESS_PAYMENT,
    PART_CANCEL_PAYMENT,
    CANCEL_PAYMENT,
    FAIL_AUTH_PASSWORD,
    QUIT_PAYMENT,
    FAIL_PAYMENT;

    public boolean isPaid() {
        return this == SUCCESS_PAYMENT || this == PART_CANCEL_PAYMENT || this == CANCEL_PAYMENT;
    }

    /// The payer can still do something on the page, as far as the status goes.
    public boolean isOpenToPayer() {
        return !isPaid() && this != FAIL_PAYMENT;
    }
}
