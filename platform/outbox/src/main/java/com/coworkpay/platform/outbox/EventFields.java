package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Members of an event's data, read strictly: each throws [UnreadableEvent] with the member's name, and without its
/// value, where it does not fit.
public final class EventFields {
    private static final int LONGEST_TEXT = 200;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private EventFields() {}

    /// Not blank, at most 200 characters, and storable: PostgreSQL takes no NUL.
    public static String text(JsonNode from, String name) {
        JsonNode value = from.path(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT
                || value.textValue().indexOf('\0') >= 0) {
            throw new UnreadableEvent(name + " is missing or no text");
        }
        return value.textValue();
    }

    public static UUID uuid(JsonNode from, String name) {
        String text = text(from, name);
        if (!UUID_FORM.matcher(text).matches()) {
            throw new UnreadableEvent(name + " is no UUID");
        }
        return UUID.fromString(text);
    }

    /// A whole number.
    public static long number(JsonNode from, String name, long least) {
        JsonNode value = from.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw new UnreadableEvent(name + " is missing or no number of at least " + least);
        }
        return value.longValue();
    }

    /// RFC 3339, with any offset.
    public static Instant instant(JsonNode from, String name) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text(from, name));
            if (at.getYear() < 1970 || at.getYear() > 9999) {
                throw new UnreadableEvent(name + " is out of range");
            }
            return at.toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent(name + " is no RFC 3339 instant");
        }
    }

    /// The same where null, or no such member, is an answer.
    public static @Nullable Instant instantOrNull(JsonNode from, String name) {
        return from.path(name).isMissingNode() || from.path(name).isNull() ? null : instant(from, name);
    }
}
