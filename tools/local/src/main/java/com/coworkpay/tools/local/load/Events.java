package com.coworkpay.tools.local.load;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads whole topics, for those who check.
public final class Events {
    private final String bootstrapServers;

    public Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// @param id the same through every repetition
    /// @param version of the aggregate
    public record Event(String topic, String key, String id, String type, long version, JsonObject data) {}

    /// All events of the topic that have this key.
    public List<Event> withKey(String topic, String key) {
        var found = new ArrayList<Event>();
        each(topic, event -> {
            if (key.equals(event.key())) {
                found.add(event);
            }
        });
        return found;
    }

    /// Every event of the topic until now, from its beginning.
    public void each(String topic, Consumer<Event> reader) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> reader.accept(event(read)));
            }
        }
    }

    private static Event event(ConsumerRecord<String, String> read) {
        String version = header(read, "ce_aggregateversion");
        return new Event(
                read.topic(),
                read.key(),
                header(read, "ce_id"),
                header(read, "ce_type"),
                version.isEmpty() ? 0 : Long.parseLong(version),
                new JsonObject(read.value()));
    }

    private static String header(ConsumerRecord<String, String> read, String name) {
        var header = read.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
