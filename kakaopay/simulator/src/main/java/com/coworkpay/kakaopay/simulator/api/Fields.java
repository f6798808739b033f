package com.coworkpay.kakaopay.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of a call as text, wherever they came from: numbers may be JSON numbers or strings.
/// An explicit null or an empty string counts as absent.
final class Fields {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

    private final Map<String, String> values = new HashMap<>();

    static Fields ofJson(JsonNode body) {
        Fields fields = new Fields();
        body.properties().forEach(p -> {
            JsonNode value = p.getValue();
            if (!value.isNull()) {
                fields.values.put(p.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return fields;
    }

    static Fields ofParameters(MultiMap parameters) {
        Fields fields = new Fields();
        parameters.forEach((name, value) -> fields.values.putIfAbsent(name, value));
        return fields;
    }

    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    @Nullable
    String text(String name, int maxLength) {
        String value = text(name);
        if (value != null && value.codePointCount(0, value.length()) > maxLength) {
            throw new InvalidParameter(name);
        }
        return value;
    }

    String required(String name, int maxLength) {
        String value = text(name, maxLength);
        if (value == null) {
            throw InvalidParameter.missing(name);
        }
        return value;
    }

    @Nullable
    Long number(String name, long min, long max) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!WHOLE.matcher(value).matches()) {
            throw new InvalidParameter(name);
        }
        long number = Long.parseLong(value);
        if (number < min || number > max) {
            throw new InvalidParameter(name);
        }
        return number;
    }

    long requiredNumber(String name, long min, long max) {
        Long number = number(name, min, max);
        if (number == null) {
            throw InvalidParameter.missing(name);
        }
        return number;
    }

    URI requiredUrl(String name, int maxLength) {
        String value = required(name, maxLength);
        try {
            URI url = new URI(value);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below: the field is at fault
        }
        throw new InvalidParameter(name);
    }
}
