package com.coworkpay.platform.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Values of a JSON Schema, as far as our schemas go: its single rules are kept, those that join members (`allOf`,
/// `if`,
/// `not`) are for the validator to judge.
final class SchemaValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// Where a schema has no upper bound, what occurs.
    private static final long MAX = 2_000_000_000;

    private static final int MAX_LENGTH = 40;

    /// Letters of one to four bytes, what JSON escapes, what looks like white space, and what shows nothing.
    private static final String[] CHARACTERS = {
        "a",
        "Z",
        "9",
        "-",
        "_",
        " ",
        "/",
        "\"",
        "\\",
        "\t",
        "\u0001",
        "\u007f",
        "\u0085",
        "\u00a0",
        "é",
        "ß",
        "|",
        ":",
        "가",
        "힣",
        "예",
        "\u200b",
        "\u3000",
        "\u3164",
        "\ufeff",
        "\ufffd",
        "😀",
        "𠮷",
        "\ud83d\udc69\u200d\ud83d\udcbb",
        "+",
        "=",
        "%",
        "'",
        "e\u0301"
    };

    private final JsonNode root;

    SchemaValues(JsonNode root) {
        this.root = root;
    }

    JsonNode any(Random random) {
        return of(root, random);
    }

    private JsonNode of(JsonNode schema, Random random) {
        if (schema.has("$ref")) {
            return of(root.at(schema.path("$ref").asText().substring(1)), random);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (String choice : List.of("enum", "oneOf", "anyOf")) {
            if (schema.has(choice) && !(schema.has("properties") && !choice.equals("enum"))) {
                JsonNode chosen = schema.path(choice)
                        .get(random.nextInt(schema.path(choice).size()));
                return choice.equals("enum") ? chosen : of(chosen, random);
            }
        }
        return switch (type(schema, random)) {
            case "object" -> object(schema, random);
            case "array" -> array(schema, random);
            case "string" -> JSON.textNode(text(schema, random));
            case "integer" -> whole(schema, random);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode("anything");
        };
    }

    private static String type(JsonNode schema, Random random) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText("any");
    }

    private ObjectNode object(JsonNode schema, Random random) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(member -> {
            if (required.remove(member.getKey()) || random.nextInt(3) == 0) {
                object.set(member.getKey(), of(member.getValue(), random));
            }
        });
        required.forEach(name -> object.set(name, of(schema.path("additionalProperties"), random)));
        boolean closed = schema.has("unevaluatedProperties") || schema.has("additionalProperties");
        if (!closed && random.nextInt(4) == 0) {
            object.set(
                    "added",
                    JSON.arrayNode().add(JSON.objectNode().put("note", "\u0000").put("n", 0.1)));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, Random random) {
        int min = schema.path("minItems").asInt(0);
        int max = schema.path("maxItems").asInt(min + 3);
        ArrayNode array = JSON.arrayNode();
        for (int i = min + random.nextInt(max - min + 1); i > 0; i--) {
            array.add(of(schema.path("items"), random));
        }
        return array;
    }

    private static JsonNode whole(JsonNode schema, Random random) {
        long min = schema.path("minimum").asLong(-MAX);
        long max = schema.path("maximum").asLong(Math.max(MAX, min));
        long number =
                switch (random.nextInt(4)) {
                    case 0 -> min;
                    case 1 -> max;
                    case 2 -> Math.min(max, min + random.nextInt(100));
                    default -> random.nextLong(min, max == Long.MAX_VALUE ? max : max + 1);
                };
        return written(number, random);
    }

    /// 5000, 5000.0, 5e3.
    private static JsonNode written(long number, Random random) {
        BigDecimal decimal = BigDecimal.valueOf(number);
        return switch (random.nextInt(4)) {
            case 0 -> DecimalNode.valueOf(decimal.setScale(1 + random.nextInt(3)));
            case 1 -> DecimalNode.valueOf(decimal.stripTrailingZeros());
            default -> JSON.numberNode(number);
        };
    }

    private static String text(JsonNode schema, Random random) {
        String format = schema.path("format").asText();
        String pattern = schema.path("pattern").asText();
        return switch (format) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" ->
                LocalDate.ofEpochDay(
                                random.nextLong(0, LocalDate.of(9999, 12, 31).toEpochDay()))
                        .toString();
            case "date-time" -> instant(pattern, random);
            default ->
                pattern.isEmpty()
                        ? characters(schema, random)
                        : fitting(schema, Pattern.compile(ofEcma(pattern)), random);
        };
    }

    private static String instant(String pattern, Random random) {
        Instant at = Instant.ofEpochSecond(random.nextLong(
                86_400 * 2, Instant.parse("9999-12-30T00:00:00Z").getEpochSecond()));
        String fraction = random.nextBoolean()
                ? ""
                : "." + digits(1 + random.nextInt(pattern.contains("{1,9}") ? 9 : 15), random);
        boolean inUtc = pattern.endsWith("Z$") || random.nextBoolean();
        ZoneOffset offset = inUtc ? ZoneOffset.UTC : ZoneOffset.ofHoursMinutes(random.nextInt(14), random.nextInt(60));
        String local = at.atOffset(offset).toLocalDateTime().withNano(0).toString();
        String seconds = local.length() == 16 ? local + ":00" : local;
        return seconds + fraction + (inUtc ? "Z" : offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
    }

    /// In JSON Schema (ECMA-262) `$` is the end alone; Java's is before a line break at the end, too.
    private static String ofEcma(String pattern) {
        return pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
    }

    /// Tried until one fits, in the letters of several kinds.
    private static String fitting(JsonNode schema, Pattern pattern, Random random) {
        for (int i = 0; i < 2000; i++) {
            String text =
                    switch (i % 7) {
                        case 0 -> characters(schema, random);
                        case 1 -> of("abcXYZ019_-", 1 + random.nextInt(64), random);
                        case 2 -> of("ABCXYZ0123456789", 10, random);
                        case 3 -> digits(10, random);
                        case 4 -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
                        case 5 -> of("!#$%&()*+,-./:;<=>?@[]^_`{|}~ aZ0'\"\\", 1 + random.nextInt(255), random);
                        default -> instant("Z$", random).replaceFirst("(\\.[0-9]{9})[0-9]+", "$1");
                    };
            if (pattern.matcher(text).find()) {
                return text;
            }
        }
        throw new IllegalStateException("no text was found for " + pattern);
    }

    /// Counted in code points, as JSON Schema does.
    private static String characters(JsonNode schema, Random random) {
        int min = schema.path("minLength").asInt(0);
        int max = schema.path("maxLength").asInt(MAX_LENGTH);
        int length =
                switch (random.nextInt(4)) {
                    case 0 -> min;
                    case 1 -> max;
                    default -> min + random.nextInt(Math.min(max - min, MAX_LENGTH) + 1);
                };
        List<Integer> points = new ArrayList<>();
        boolean plain = random.nextInt(3) == 0;
        while (points.size() < length) {
            String next = plain ? "😀" : CHARACTERS[random.nextInt(CHARACTERS.length)];
            next.codePoints().forEach(points::add);
        }
        StringBuilder text = new StringBuilder();
        points.subList(0, length).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String digits(int many, Random random) {
        return of("0123456789", many, random);
    }

    private static String of(String letters, int many, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
