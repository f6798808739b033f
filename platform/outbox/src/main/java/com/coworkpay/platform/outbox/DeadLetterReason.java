package com.coworkpay.platform.outbox;

/// Why an event goes to the dead-letter topic.
///
/// @param text for the person who reads it, without messages of the database or of foreign exceptions, which may hold
///     personal data
public record DeadLetterReason(DeadLetterKind kind, String text) {

    static DeadLetterReason of(Throwable failure) {
        if (failure instanceof UnreadableEventException unreadable) {
            return new DeadLetterReason(DeadLetterKind.UNREADABLE, unreadable.reason());
        }
        String state = FailureKind.sqlState(failure);
        return state == null
                ? new DeadLetterReason(
                        DeadLetterKind.HANDLER_FAILED,
                        "handler failed: " + failure.getClass().getName())
                : new DeadLetterReason(
                        DeadLetterKind.REFUSED_BY_DATABASE, "refused by the database: SQLSTATE " + state);
    }

    @Override
    public String toString() {
        return text;
    }
}
