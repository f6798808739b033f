package com.coworkpay.platform.outbox;

/// What kind of reason an event has for being a dead letter.
public enum DeadLetterKind {
    /// No event, no JSON, too large, or the handler says that it will never fit.
    UNREADABLE,
    /// A value or a constraint that the database refuses.
    REFUSED_BY_DATABASE,
    /// Five tries failed for a reason that nobody knows.
    HANDLER_FAILED
}
