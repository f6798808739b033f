package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that a service could not process.
///
/// @param kind UNREADABLE, REFUSED_BY_DATABASE or HANDLER_FAILED
/// @param status OPEN, REPLAYING, REPLAYED or DISMISSED
/// @param refusal why the last replay had no effect
public record DeadLetter(
        String deadLetterId,
        String topic,
        int partition,
        long offset,
        String kind,
        String reason,
        @Nullable String eventId,
        @Nullable String eventType,
        Instant receivedAt,
        String status,
        @Nullable String refusal) {

    public record Page(
            List<DeadLetter> deadLetters, @Nullable String nextCursor) {}

    /// @param key and value as text to look at
    /// @param cut parts that are not whole
    /// @param command that reads the whole
    public record Details(
            DeadLetter deadLetter,
            @Nullable String key,
            @Nullable String value,
            List<Header> headers,
            List<String> cut,
            String command,
            List<Action> actions) {

        public boolean isOpen() {
            return deadLetter.status().equals("OPEN");
        }

        public boolean mayBeReplayed() {
            return isOpen() || deadLetter.status().equals("DISMISSED");
        }
    }

    public record Header(String name, @Nullable String value) {}

    /// @param action REPLAY, DISMISSAL or NOTE
    /// @param outcome of a replay: DONE or REFUSED; null while it is under way
    public record Action(
            String action,
            String actedBy,
            Instant actedAt,
            String note,
            @Nullable String outcome,
            @Nullable String refusal,
            @Nullable Instant endedAt) {}

    public record Note(String note) {}
}
