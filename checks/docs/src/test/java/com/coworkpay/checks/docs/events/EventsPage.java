package com.coworkpay.checks.docs.events;

import com.coworkpay.checks.docs.Cell;
import com.coworkpay.checks.docs.events.Catalogue.Message;
import com.coworkpay.checks.docs.events.Catalogue.Topic;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of docs/reference/events.md that are made from the contract.
final class EventsPage {
    private final Catalogue catalogue;

    EventsPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("topics", topics());
        parts.put("types", types());
        parts.put("data", data());
        return parts;
    }

    private String topics() {
        StringBuilder text = new StringBuilder("| topic | key | kept | from | to |\n|---|---|---|---|---|\n");
        catalogue
                .topics()
                .forEach(topic -> text.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                Cell.code(topic.address()),
                                topic.key(),
                                kept(topic),
                                String.join(", ", topic.senders()),
                                String.join(", ", topic.readers()))));
        return text.toString();
    }

    private static String kept(Topic topic) {
        if (topic.compacted()) {
            return "last of each key (compacted)";
        }
        return topic.retentionMs() < 0 ? "all" : topic.retentionMs() / 86_400_000 + " days";
    }

    private String types() {
        StringBuilder text = new StringBuilder();
        catalogue.topics().stream()
                .filter(topic -> !topic.isForDeadLetters())
                .forEach(topic -> text.append(typesOf(topic)));
        return text.toString();
    }

    private static String typesOf(Topic topic) {
        StringBuilder text = new StringBuilder("### %s\n%s. %s\n\n"
                .formatted(topic.address(), topic.title(), topic.description().strip()));
        boolean several = topic.senders().size() > 1;
        text.append(
                several
                        ? "| type | from | when | data |\n|---|---|---|---|\n"
                        : "| type | when | data |\n|---|---|---|\n");
        for (Message message : topic.messages()) {
            text.append("| %s |%s %s | [%s](#%s) |\n"
                    .formatted(
                            Cell.code(message.type()),
                            several ? " " + String.join(", ", message.senders()) + " |" : "",
                            Cell.prose(message.summary()),
                            message.schema(),
                            anchor(message.schema())));
        }
        return text.append("\n").toString();
    }

    private static String anchor(String schema) {
        return schema.replace(".", "");
    }

    private String data() {
        StringBuilder text = new StringBuilder();
        catalogue.schemas().forEach(schema -> text.append(dataOf(schema)));
        return text.toString();
    }

    private static String dataOf(String name) {
        JsonNode schema = Catalogue.schema(name);
        StringBuilder text = new StringBuilder(
                "### %s\n%s\n[Schema](../contracts/schemas/%s.json) · [example](../contracts/examples/%s)\n\n"
                        .formatted(
                                name,
                                schema.path("description").asText().strip().replaceAll("\\s+", " "),
                                name,
                                Catalogue.exampleFile(name).getFileName()));
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        List<String> plain = new ArrayList<>();
        text.append("| field | form | meaning |\n|---|---|---|\n");
        schema.path("properties").properties().forEach(field -> {
            String label = Cell.code(field.getKey()) + (required.contains(field.getKey()) ? "" : ", optional");
            String form = form(schema, field.getValue());
            String meaning = Cell.prose(field.getValue().path("description").asText());
            if (meaning.isEmpty()) {
                plain.add(label + " (" + form + ")");
            } else {
                text.append("| %s | %s | %s |\n".formatted(label, form, meaning));
            }
        });
        text.append("\nAlso: ").append(String.join(", ", plain)).append(".\n");
        return text.append("\n").toString();
    }

    /// The type in the schema's own words; what is longer is read there.
    private static String form(JsonNode schema, JsonNode property) {
        if (property.has("$ref")) {
            return form(schema, schema.at(property.path("$ref").asText().substring(1)));
        }
        if (property.has("oneOf")) {
            List<String> forms = new ArrayList<>();
            property.path("oneOf").forEach(one -> forms.add(form(schema, one)));
            return String.join(" or ", new LinkedHashSet<>(forms).reversed());
        }
        if (property.has("enum")) {
            return words(property.path("enum"));
        }
        JsonNode type = property.path("type");
        String text = type.isArray() ? plainWords(type) : type.asText("see schema");
        return property.has("format") ? text + ", " + property.path("format").asText() : text;
    }

    private static String words(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.isNull() ? "null" : Cell.code(value.asText())));
        return String.join(", ", words);
    }

    private static String plainWords(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.asText()));
        return String.join(" or ", words);
    }
}
