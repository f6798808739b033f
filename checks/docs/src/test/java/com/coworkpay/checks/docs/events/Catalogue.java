package com.coworkpay.checks.docs.events;

import com.coworkpay.checks.docs.Repository;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// docs/contracts/asyncapi.yaml and the schemas beside it.
final class Catalogue {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = Repository.path("docs/contracts");
    private static final String OUTSIDE = "booking system";

    private final JsonNode asyncApi;

    Catalogue() {
        Map<String, Object> yaml = new Yaml().load(Repository.read(CONTRACTS.resolve("asyncapi.yaml")));
        asyncApi = JSON.valueToTree(yaml);
    }

    /// @param key what stands in Kafka's key, in words
    /// @param compacted only the last record of a key is kept for sure
    /// @param retentionMs −1: for ever
    record Topic(
            String channel,
            String address,
            String title,
            String description,
            String key,
            boolean compacted,
            long retentionMs,
            List<String> senders,
            List<String> readers,
            List<Message> messages) {

        boolean isForDeadLetters() {
            return address.endsWith(".dlq");
        }
    }

    /// @param type CloudEvents' `type`
    /// @param schema name of its file, without ending; empty for any bytes
    record Message(String type, String summary, String schema, List<String> senders) {}

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        asyncApi.path("channels")
                .properties()
                .forEach(channel -> topics.add(topic(channel.getKey(), channel.getValue())));
        return topics;
    }

    private Topic topic(String name, JsonNode channel) {
        JsonNode kept = channel.at("/bindings/kafka/topicConfiguration");
        List<Message> messages = new ArrayList<>();
        channel.path("messages").properties().forEach(message -> messages.add(message(name, message.getKey())));
        List<String> senders = services(name, "send", "");
        List<String> readers = services(name, "receive", "");
        boolean setAside = channel.path("address").asText().endsWith(".dlq");
        return new Topic(
                name,
                channel.path("address").asText(),
                channel.path("title").asText(),
                channel.path("description").asText(),
                key(channel),
                kept.path("cleanup.policy").toString().contains("compact"),
                kept.path("retention.ms").asLong(Long.MIN_VALUE),
                senders,
                !readers.isEmpty() ? readers : List.of(setAside ? "a person" : OUTSIDE),
                messages);
    }

    private String key(JsonNode channel) {
        return channel.path("messages")
                .propertyStream()
                .map(message -> resolved(component(message.getKey()).path("bindings")))
                .map(bindings -> bindings.at("/kafka/key/description").asText())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private Message message(String channel, String name) {
        JsonNode component = component(name);
        String payload = component.at("/payload/$ref").asText();
        List<String> senders = services(channel, "send", name);
        return new Message(
                component.path("name").asText(),
                component.path("summary").asText(),
                payload.replaceAll("^schemas/|\\.json$", ""),
                senders);
    }

    private JsonNode component(String name) {
        return asyncApi.at("/components/messages/" + name);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : asyncApi.at(reference.substring(1));
    }

    /// Operations are named after their service: `paymentServiceTellsPayments`. One that lists messages is about these
    /// alone.
    private List<String> services(String channel, String action, String message) {
        List<String> services = new ArrayList<>();
        asyncApi.path("operations").properties().forEach(operation -> {
            JsonNode of = operation.getValue();
            boolean about = last(of.at("/channel/$ref")).equals(channel)
                    && of.path("action").asText().equals(action)
                    && (message.isEmpty() || isAbout(of, message));
            if (about) {
                services.add(service(operation.getKey()));
            }
        });
        return services;
    }

    private static boolean isAbout(JsonNode operation, String message) {
        JsonNode listed = operation.path("messages");
        return listed.isMissingNode()
                || Stream.iterate(0, i -> i < listed.size(), i -> i + 1)
                        .anyMatch(i -> last(listed.get(i).path("$ref")).equals(message));
    }

    private static String service(String operation) {
        if (operation.startsWith("bookingSystem")) {
            return OUTSIDE;
        }
        int end = operation.indexOf("Service");
        return operation.substring(0, end).toLowerCase(Locale.ROOT) + "-service";
    }

    private static String last(JsonNode reference) {
        String text = reference.asText();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    static JsonNode schema(String name) {
        return json(CONTRACTS.resolve("schemas/" + name + ".json"));
    }

    static Path exampleFile(String schema) {
        return CONTRACTS.resolve("examples/" + schema + ".json");
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Repository.read(file));
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(file + " is no JSON", malformed);
        }
    }

    /// Names of the schemas in the order in which topics speak of them.
    List<String> schemas() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        topics().forEach(topic -> topic.messages().stream()
                .map(Message::schema)
                .filter(schema -> !schema.isEmpty())
                .forEach(schema -> names.put(schema, true)));
        return List.copyOf(names.keySet());
    }
}
