package com.coworkpay.kakaopay.connector;

/// An answer that must not be believed. Never leaves this package: it becomes [Outcome.Unknown].
final class InvalidResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UnknownReason reason;
    private final String what;

    /// @param what which field is at fault; never its value
    InvalidResponseException(UnknownReason reason, String what) {
        super(what, null, false, false);
        this.reason = reason;
        this.what = what;
    }

    UnknownReason reason() {
        return reason;
    }

    String what() {
        return what;
    }
}
