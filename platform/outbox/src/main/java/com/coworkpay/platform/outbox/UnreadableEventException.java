package com.coworkpay.platform.outbox;

/// Thrown by a handler for an event that will never fit: it goes to the dead-letter topic at once and the next one is
/// handled. For what may pass later, fail in any other way.
public final class UnreadableEventException extends RuntimeException {
    private final String reason;

    /// @param reason for the person who reads the dead letter; without personal data and secrets
    public UnreadableEventException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
