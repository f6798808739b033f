package com.coworkpay.platform.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Values that have a form, as far as it tells; names that the test knows better have the test's values.
final class Samples {

    private static final int DEEPEST = 6;

    private final Contract contract;
    private final Map<String, Supplier<String>> known;
    private final Random random;

    Samples(Contract contract, Map<String, Supplier<String>> known, Random random) {
        this.contract = contract;
        this.known = known;
        this.random = random;
    }

    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    String text(String name, JsonNode schema) {
        return of(name, schema).asText();
    }

    private JsonNode of(String name, JsonNode asked, int depth) {
        JsonNode schema = contract.resolved(asked);
        if (known.containsKey(name)) {
            return TextNode.valueOf(known.get(name).get());
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("examples")) {
            return schema.path("examples").get(0);
        }
        for (String several : new String[] {"oneOf", "anyOf"}) {
            if (schema.has(several)) {
                int choice = several.equals("oneOf")
                        ? random.nextInt(schema.path(several).size())
                        : 0;
                return of(name, schema.path(several).get(choice), depth + 1);
            }
        }
        return ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "integer", "number" -> number(schema);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> TextNode.valueOf(string(schema));
        };
    }

    private JsonNode number(JsonNode schema) {
        long min = schema.path("minimum").asLong(0);
        long max = Math.min(schema.path("maximum").asLong(30_000), min + 30_000);
        return LongNode.valueOf(min + random.nextLong(Math.max(1, max - min)));
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> "2026-0" + (1 + random.nextInt(9)) + "-15";
            case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-15T09:00:00+09:00";
            case "uri" -> "https://example.test/x";
            default -> "s-" + Integer.toString(random.nextInt(1_000_000), 36);
        };
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = Contract.JSON.createArrayNode();
        int size = Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
        for (int i = 0; i < size && depth < DEEPEST; i++) {
            array.add(of("", schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = Contract.JSON.createObjectNode();
        schema.path("properties").properties().forEach(property -> {
            boolean required = false;
            for (JsonNode name : schema.path("required")) {
                required |= name.asText().equals(property.getKey());
            }
            if (depth < DEEPEST && (required || random.nextInt(3) > 0)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        });
        return object;
    }
}
