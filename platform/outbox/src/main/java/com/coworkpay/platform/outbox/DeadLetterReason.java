package com.coworkpay.platform.outbox;

/// Why an event goes to the dead-letter topic.
///
/// @param text for the person who reads it, without messages of the database or of foreign exceptions, which may hold
///     personal data
record DeadLetterReason(Kind kind, String text) {
    enum Kind {
        /// No event, no JSON, too large, or the handler says that it will never fit.
        UNREADABLE,
        /// A value or a constraint that the database refuses.
        REFUSED_BY_DATABASE,
        /// Five tries failed for a reason that nobody knows.
        HANDLER_FAILED
    }

    static DeadLetterReason of(Throwable failure) {
        if (failure instanceof UnreadableEventException unreadable) {
            return new DeadLetterReason(Kind.UNREADABLE, unreadable.reason());
        }
        String state = FailureKind.sqlState(failure);
        return state == null
                ? new DeadLetterReason(
                        Kind.HANDLER_FAILED,
                        "handler failed: " + failure.getClass().getName())
                : new DeadLetterReason(Kind.REFUSED_BY_DATABASE, "refused by the database: SQLSTATE " + state);
    }

    @Override
    public String toString() {
        return text;
    }
}
