package com.coworkpay.kakaopay.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request of the connector on its way, before a step spoils it. Holds secrets: has no `toString`.
final class Sent {
    static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";
    private static final ObjectMapper JSON = new ObjectMapper();

    final String path;
    final ObjectNode fields;
    String method = "POST";

    @Nullable
    String authorization;

    String contentType;
    private byte @Nullable [] asItCame;

    Sent(String path, String authorization, String contentType, byte[] body) throws IOException {
        this.path = path;
        this.authorization = authorization;
        this.contentType = contentType;
        this.asItCame = body;
        this.fields = isForm() ? ofForm(new String(body, StandardCharsets.UTF_8)) : (ObjectNode) JSON.readTree(body);
    }

    private static ObjectNode ofForm(String body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    boolean isForm() {
        return contentType.startsWith("application/x-www-form-urlencoded");
    }

    /// Without a field.
    Sent without(String field) {
        fields.remove(field);
        return spoiled();
    }

    Sent with(String field, String value) {
        fields.put(field, value);
        return spoiled();
    }

    Sent authorization(@Nullable String header) {
        authorization = header;
        return this;
    }

    Sent method(String other) {
        method = other;
        return this;
    }

    Sent contentType(String other) {
        contentType = other;
        return spoiled();
    }

    private Sent spoiled() {
        asItCame = null;
        return this;
    }

    /// What the connector wrote itself, unless a step has changed a field.
    byte[] body() {
        if (asItCame != null) {
            return asItCame;
        }
        String body = isForm()
                ? fields.properties().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                : fields.toString();
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
