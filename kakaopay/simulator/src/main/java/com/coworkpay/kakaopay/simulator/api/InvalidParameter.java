package com.coworkpay.kakaopay.simulator.api;

/// A field that is missing or has a value KakaoPay does not take (−2).
final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    InvalidParameter(String field) {
        super("invalid param(" + field + ")", null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
