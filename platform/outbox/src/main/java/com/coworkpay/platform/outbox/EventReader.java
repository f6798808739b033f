package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a CloudEvent in binary mode, or says why it cannot be read.
final class EventReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// W3C Trace Context, level 1.
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final int maxBytes;

    EventReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    IncomingEvent read(ConsumedRecord from) {
        byte[] value = from.value();
        if (value == null || value.length == 0) {
            throw new UnreadableEvent("no value");
        }
        if (value.length > maxBytes) {
            throw new UnreadableEvent("too large: " + value.length + " bytes");
        }
        String id = needed(from, "ce_id");
        String type = needed(from, "ce_type");
        String version = from.header("ce_specversion");
        if (version != null && !version.startsWith("1.")) {
            throw new UnreadableEvent("unknown ce_specversion");
        }
        String source = from.header("ce_source");
        return new IncomingEvent(
                id,
                source == null ? "" : source,
                type,
                time(from),
                from.key(),
                json(value),
                traceparent(from),
                from.topic(),
                from.partition(),
                from.offset());
    }

    /// It is stored with rows and sent on, and comes from outside: a malformed one counts as none.
    private static @Nullable String traceparent(ConsumedRecord from) {
        String value = from.header("traceparent");
        return value != null && TRACEPARENT.matcher(value).matches() ? value : null;
    }

    private static String needed(ConsumedRecord from, String header) {
        @Nullable String value = from.header(header);
        if (value == null || value.isBlank()) {
            throw new UnreadableEvent("no " + header);
        }
        return value;
    }

    private static Instant time(ConsumedRecord from) {
        String time = from.header("ce_time");
        try {
            return time == null
                    ? Instant.ofEpochMilli(from.timestampMs())
                    : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException garbled) {
            return Instant.ofEpochMilli(from.timestampMs());
        }
    }

    private static JsonNode json(byte[] value) {
        JsonNode data;
        try {
            data = JSON.readTree(value);
        } catch (IOException e) {
            throw new UnreadableEvent("not JSON");
        }
        if (!data.isObject()) {
            throw new UnreadableEvent("not a JSON object");
        }
        return data;
    }
}
