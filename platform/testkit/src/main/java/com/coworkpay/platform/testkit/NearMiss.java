package com.coworkpay.platform.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A value of which one member was changed: it is missing, of another kind, out of its range or form.
///
/// @param path of the member, such as `payable.id` or `refunds[].amountKrw`
public record NearMiss(ObjectNode value, String path, Kind kind) {
    public enum Kind {
        MISSING,
        NULL,
        /// A text in the place of a text or of none: of another form, or none of a list of words, which may grow.
        OTHER_TEXT,
        OTHER
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<JsonNode> OF_OTHER_KINDS = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(1),
            JSON.numberNode(new BigDecimal("0.5")),
            JSON.textNode("x"),
            JSON.textNode("1"),
            JSON.arrayNode(),
            JSON.objectNode());

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u3000",
            "\u0000",
            "a\u0000",
            "nope",
            "null",
            "가",
            "2029-02-30T00:00:00Z",
            "2029-01-09T09:00:00",
            "2029-02-30",
            "1-1-1-1-1",
            "x".repeat(256),
            "😀".repeat(201),
            "x".repeat(1001),
            "a b",
            "-a");

    private record Place(ObjectNode parent, String name, String path) {}

    public static NearMiss of(JsonNode valid, Random random) {
        ObjectNode copy = valid.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(copy, "", places);
        Place place = places.get(random.nextInt(places.size()));
        JsonNode before = place.parent().path(place.name());
        if (random.nextInt(4) == 0) {
            place.parent().remove(place.name());
            return new NearMiss(copy, place.path(), Kind.MISSING);
        }
        JsonNode after =
                random.nextBoolean() ? near(before, random) : OF_OTHER_KINDS.get(random.nextInt(OF_OTHER_KINDS.size()));
        place.parent().set(place.name(), after);
        boolean isOtherText = after.isTextual() && (before.isTextual() || before.isNull());
        return new NearMiss(
                copy, place.path(), after.isNull() ? Kind.NULL : isOtherText ? Kind.OTHER_TEXT : Kind.OTHER);
    }

    /// The same value with one of its members said twice, as text.
    public static String withAMemberTwice(JsonNode valid, Random random) {
        ObjectNode copy = valid.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(copy, "", places);
        Place place = places.get(random.nextInt(places.size()));
        JsonNode twice = place.parent().path(place.name());
        place.parent().set("\u2042", twice);
        return ContractSchema.write(copy).replace("\"\u2042\"", ContractSchema.write(JSON.textNode(place.name())));
    }

    private static void collect(JsonNode node, String path, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                String own = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                places.add(new Place(object, member.getKey(), own));
                collect(member.getValue(), own, places);
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(each -> collect(each, path + "[]", places));
        }
    }

    private static JsonNode near(JsonNode before, Random random) {
        if (before.isNumber()) {
            return switch (random.nextInt(5)) {
                case 0 -> JSON.numberNode(-1);
                case 1 -> JSON.numberNode(before.decimalValue().add(new BigDecimal("0.5")));
                case 2 -> JSON.numberNode(new BigDecimal("9223372036854775808"));
                case 3 -> JSON.numberNode(new BigDecimal("1e400"));
                default -> JSON.textNode(before.asText());
            };
        }
        return JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    }
}
