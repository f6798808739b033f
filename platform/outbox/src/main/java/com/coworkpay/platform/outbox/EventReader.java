package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a CloudEvent in binary mode, or says why it cannot be read.
final class EventReader {
    /// Beyond the grammar of JSON: nothing after the object, no member twice, and decimals as they were written.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// W3C Trace Context, level 1.
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final int maxBytes;

    EventReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    IncomingEvent read(ConsumedRecord from) {
        byte[] value = from.value();
        if (value == null || value.length == 0) {
            throw new UnreadableEventException("no value");
        }
        if (value.length > maxBytes) {
            throw new UnreadableEventException("too large: " + value.length + " bytes");
        }
        String id = needed(from, "ce_id");
        String type = needed(from, "ce_type");
        String version = from.header("ce_specversion");
        if (version != null && !version.startsWith("1.")) {
            throw new UnreadableEventException("unknown ce_specversion");
        }
        String source = from.header("ce_source");
        Instant ownTime = ownTime(from);
        return new IncomingEvent(
                id,
                source == null ? "" : source,
                type,
                ownTime == null ? Instant.ofEpochMilli(from.timestampMs()) : ownTime,
                ownTime != null,
                from.keyText(),
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
        if (!from.isText(header)) {
            throw new UnreadableEventException(header + " is not UTF-8");
        }
        @Nullable String value = from.header(header);
        if (value == null || value.isBlank()) {
            throw new UnreadableEventException("no " + header);
        }
        return value;
    }

    private static @Nullable Instant ownTime(ConsumedRecord from) {
        String time = from.header("ce_time");
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException garbled) {
            return null;
        }
    }

    /// As RFC 7493 (I-JSON) has it: UTF-8, no member twice, no half of a surrogate pair. What a database would store as
    /// another text, or a reader take for another value, moves no money.
    private static JsonNode json(byte[] value) {
        String text = text(value);
        JsonNode data = tree(text);
        if (!data.isObject()) {
            throw new UnreadableEventException("not a JSON object");
        }
        // Only an escape can make half a pair here.
        if (text.contains("\\u") && !StandardCharsets.UTF_8.newEncoder().canEncode(data.toString())) {
            throw new UnreadableEventException("a text with half a surrogate pair");
        }
        return data;
    }

    private static String text(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableEventException("not UTF-8");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new UnreadableEventException("JSON nested too deeply, or a number or a name in it too long");
        } catch (JsonProcessingException e) {
            boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
            throw new UnreadableEventException(twice ? "duplicate member" : "not JSON");
        } catch (NumberFormatException | ArithmeticException e) {
            throw new UnreadableEventException("a number beyond all bounds");
        }
    }
}
