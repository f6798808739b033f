package com.coworkpay.refund.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The catalogue of events and this service's settings are about the same topics. That what is sent fits the catalogue
/// is looked at where it is sent, in [EventSchemasTest].
class AsyncApiTest {

    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");
    private static Map<String, Object> catalogue;

    @BeforeAll
    static void read() throws IOException {
        catalogue = new Yaml().load(Files.readString(CONTRACTS.resolve("asyncapi.yaml")));
    }

    @Test
    void itConsumesTheConfiguredTopics() throws IOException {
        Map<String, Object> settings =
                new Yaml().load(Files.readString(Path.of("src", "main", "resources", "application.yaml")));
        Set<String> topics = at(settings, "mp", "messaging", "incoming").values().stream()
                .map(channel -> String.valueOf(((Map<?, ?>) channel).get("topic")))
                .collect(Collectors.toSet());
        // Its own dead letters, by platform/dead-letters.
        topics.add("refund-service.dlq");
        assertThat(addresses("receive")).isEqualTo(topics);
    }

    @Test
    void itPublishesOnItsTopicsAndDeadLettersOnItsOwn() {
        assertThat(addresses("send"))
                .isEqualTo(Set.of("refund.events", "booking.events", "booking.notices", "refund-service.dlq"));
        assertThat(messages("refundEvents"))
                .isEqualTo(Stream.of(
                                "refund.decided",
                                "refund.requested",
                                "refund.approval_requested",
                                "refund.approved",
                                "refund.succeeded",
                                "refund.failed",
                                "refund.manual_review",
                                "refund.recorded_outside",
                                "refund.resolved",
                                "cancellation.released")
                        .map(word -> "coworkpay." + word + ".v1")
                        .collect(Collectors.toSet()));
        assertThat(messages("bookingNotices"))
                .contains(
                        "coworkpay.notice.refunded.v1",
                        "coworkpay.notice.refund_failed.v1",
                        "coworkpay.notice.refund_declined.v1");
        assertThat(messages("bookingEvents"))
                .contains(
                        "booking.cancelled.v1",
                        "event_ticket.cancelled.v1",
                        "shop_order.cancelled.v1",
                        "booking.restored.v1",
                        "event_ticket.restored.v1",
                        "shop_order.restored.v1",
                        "booking.moved.v1");
    }

    @Test
    void everySchemaIsThereAndNamed() throws IOException {
        String text = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("schemas"))) {
            files.map(file -> "schemas/" + file.getFileName())
                    .forEach(name -> assertThat(text).contains("'" + name + "'"));
        }
        Set<String> named = new HashSet<>();
        java.util.regex.Pattern.compile("'(schemas/[^']+)'")
                .matcher(text)
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertThat(named).allMatch(name -> Files.exists(CONTRACTS.resolve(name)));
    }

    private static Set<String> addresses(String action) {
        Set<String> found = new HashSet<>();
        at(catalogue, "operations").forEach((name, operation) -> {
            Map<String, Object> of = object(operation);
            if (name.startsWith("refundService") && action.equals(of.get("action"))) {
                String channel = last(object(of.get("channel")).get("$ref"));
                found.add(String.valueOf(at(catalogue, "channels", channel).get("address")));
            }
        });
        return found;
    }

    private static Set<String> messages(String channel) {
        return at(catalogue, "channels", channel, "messages").values().stream()
                .map(reference -> last(object(reference).get("$ref")))
                .map(name -> String.valueOf(
                        at(catalogue, "components", "messages", name).get("name")))
                .collect(Collectors.toSet());
    }

    private static String last(@Nullable Object reference) {
        String text = String.valueOf(reference);
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> here = from;
        for (String part : path) {
            here = object(here.get(part));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
