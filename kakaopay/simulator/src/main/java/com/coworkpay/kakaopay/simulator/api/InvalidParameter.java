package com.coworkpay.kakaopay.simulator.api;

/// A field that is missing or has a value KakaoPay does not take.
final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final boolean isMissing;

    InvalidParameter(String field) {
        this(field, false);
    }

    private InvalidParameter(String field, boolean isMissing) {
        super(field, null, false, false);
        this.field = field;
        this.isMissing = isMissing;
    }

    static InvalidParameter missing(String field) {
        return new InvalidParameter(field, true);
    }

    boolean isMissing() {
        return isMissing;
    }

    String field() {
        return field;
    }
}
