package com.coworkpay.platform.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record as it lies in a topic. CloudEvents attributes are read from their `ce_` headers.
public record ReceivedEvent(
        String topic, int partition, long offset, @Nullable String key, String value, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public @Nullable String id() {
        return headers.get("ce_id");
    }

    public @Nullable String type() {
        return headers.get("ce_type");
    }

    /// Of the aggregate; −1 where there is none.
    public long version() {
        return Long.parseLong(headers.getOrDefault("ce_aggregateversion", "-1"));
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public JsonNode data() {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + value, e);
        }
    }
}
