package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people and machines did, newest first, as one service has it on record.
public record Audit(List<Entry> entries, @Nullable String nextCursor) {

    /// @param outcome `DONE`, or the code of the refusal
    /// @param by the subject of a token, or `checkout-link`
    public record Entry(
            Instant at,
            String action,
            String outcome,
            String by,
            String address,
            String objectType,
            String objectId,
            @Nullable String paymentId,
            @Nullable String why,
            List<Change> changes) {

        public boolean isDone() {
            return outcome.equals("DONE");
        }
    }

    /// @param before null: it is new
    /// @param after null: it is gone
    public record Change(
            String what, @Nullable String before, @Nullable String after) {

        private static final int MAX_LENGTH = 100;

        /// Hours are long, and their page has them.
        public boolean isShown() {
            return length(before) <= MAX_LENGTH && length(after) <= MAX_LENGTH;
        }

        private static int length(@Nullable String value) {
            return value == null ? 0 : value.length();
        }
    }
}
