package com.coworkpay.local.demo;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads topics from their beginning, as any consumer could.
final class Events {
    private final String bootstrapServers;

    Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    record Event(String topic, String key, String id, String type, JsonObject data) {}

    /// All events of the topic that are about this payment.
    List<Event> about(Attempt payment) {
        return all("payment.events").stream()
                .filter(event -> payment.id().equals(event.key()))
                .toList();
    }

    List<Event> all(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> events.add(event(read)));
            }
            return events;
        }
    }

    private static Event event(ConsumerRecord<String, String> read) {
        return new Event(
                read.topic(), read.key(), header(read, "ce_id"), header(read, "ce_type"), new JsonObject(read.value()));
    }

    private static String header(ConsumerRecord<String, String> read, String name) {
        var header = read.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
