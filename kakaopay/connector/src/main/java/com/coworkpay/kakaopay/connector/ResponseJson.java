package com.coworkpay.kakaopay.connector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an answer of KakaoPay leniently: explicit nulls and missing fields are the same, unknown fields are passed
/// over, numbers may be strings. Strict only where leniency would be guessing: a body that is not one JSON object, or
/// that says a field twice, is no answer.
final class ResponseJson {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    /// No text that KakaoPay sends is as long as this; a longer one is cut, so that it fits a column of ours.
    private static final int MAX_TEXT = 2048;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}(\\.0+)?");

    private final ObjectNode node;

    private ResponseJson(ObjectNode node) {
        this.node = node;
    }

    /// `null` for what is not one JSON object.
    static @Nullable ResponseJson parse(Buffer body) {
        try {
            return READER.readTree(body.getBytes()) instanceof ObjectNode object ? new ResponseJson(object) : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /// Control characters are dropped: PostgreSQL stores no NUL, and nobody wants a line break in a log.
    @Nullable
    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() && !value.isNumber()) {
            return null;
        }
        String text = value.asText();
        String clean = text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "") : text;
        return clean.isBlank() ? null : clean.substring(0, Math.min(clean.length(), MAX_TEXT));
    }

    String needText(String name) {
        return need(name, text(name));
    }

    @Nullable
    Long whole(String name) {
        JsonNode value = node.path(name);
        try {
            if (value.isNumber()) {
                return value.isIntegralNumber() && value.canConvertToLong()
                        ? value.longValue()
                        : value.decimalValue().longValueExact();
            }
            return value.isTextual()
                            && WHOLE_NUMBER.matcher(value.asText().trim()).matches()
                    ? new BigDecimal(value.asText().trim()).longValueExact()
                    : null;
        } catch (ArithmeticException noWholeNumber) {
            return null;
        }
    }

    @Nullable
    Integer smallWhole(String name) {
        Long value = whole(name);
        return value == null || value != value.intValue() ? null : value.intValue();
    }

    @Nullable
    Boolean yesOrNo(String name) {
        return switch (text(name)) {
            case "Y" -> true;
            case "N" -> false;
            case null, default -> null;
        };
    }

    @Nullable
    Instant time(String name) {
        return KoreanTime.parse(text(name));
    }

    Instant needTime(String name) {
        return need(name, time(name));
    }

    @Nullable
    ResponseJson object(String name) {
        return node.path(name) instanceof ObjectNode object ? new ResponseJson(object) : null;
    }

    List<ResponseJson> objects(String name) {
        List<ResponseJson> objects = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            if (element instanceof ObjectNode object) {
                objects.add(new ResponseJson(object));
            }
        }
        return objects;
    }

    static <T> T need(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidResponseException(UnknownReason.MALFORMED_ANSWER, name);
        }
        return value;
    }
}
