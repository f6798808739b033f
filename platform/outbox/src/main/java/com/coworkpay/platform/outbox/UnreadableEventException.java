package com.coworkpay.platform.outbox;

import org.jspecify.annotations.Nullable;

/// Thrown by a handler for an event that will never fit: it goes to the dead-letter topic at once and the next one is
/// handled. For what may pass later, fail in any other way.
public final class UnreadableEventException extends RuntimeException {
    private final String reason;
    private final @Nullable String member;

    /// @param reason for the person who reads the dead letter; without personal data and secrets
    public UnreadableEventException(String reason) {
        this(null, reason);
    }

    /// @param member of the data that does not fit, with its path (`cancelledBy.role`)
    /// @param reason begins with it
    public UnreadableEventException(@Nullable String member, String reason) {
        super(reason, null, false, false);
        this.reason = reason;
        this.member = member;
    }

    /// Null where no single member is at fault.
    public @Nullable String member() {
        return member;
    }

    public String reason() {
        return reason;
    }
}
