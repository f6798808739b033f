package com.coworkpay.kakaopay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One way in which an answer is not the one that was assumed.
///
/// @param where a field's path, `payment_action_details[CANCEL].amount`, or empty for the answer as a whole
/// @param value what the field was, for whoever answers by it; null where that says nothing
public record Difference(
        Kind kind,
        String where,
        String assumed,
        String observed,
        @Nullable JsonNode value) {

    public enum Kind {
        /// Another HTTP status.
        STATUS,
        /// Another media type or charset.
        CONTENT_TYPE,
        /// Another code of KakaoPay.
        CODE,
        /// A field that was assumed is not there.
        MISSING,
        /// A field that was not assumed.
        ADDED,
        /// A null where the field was assumed to be left out.
        NULL_NOT_ABSENT,
        /// Left out where a null was assumed.
        ABSENT_NOT_NULL,
        /// A value where a null was assumed, or a null where a value was.
        NULL,
        /// A text in place of a number, and so on.
        TYPE,
        /// Another text, or another form of an id or a time.
        TEXT,
        /// Another number or truth.
        VALUE,
        /// The connector makes something else of it.
        OUTCOME
    }
}
