package com.coworkpay.reporting.rebuild;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads partitions from given offsets on, beside all consumers and in no group. Blocks: for virtual threads only, one
/// after the other.
final class TopicReader implements AutoCloseable {

    private static final int FETCH_MAX_BYTES = 8 * 1024 * 1024;

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> from) {
        this.consumer = consumer;
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /// Records, and how far each partition was read with them: also past what is not there any more.
    record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> positions) {}

    Batch read(Duration timeout) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(timeout).forEach(records::add);
        Map<TopicPartition, Long> positions = new HashMap<>();
        consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return new Batch(records, positions);
    }

    @Override
    public void close() {
        consumer.close();
    }

    @ApplicationScoped
    static class Factory {

        private final Map<String, Object> broker;

        Factory(@Identifier("default-kafka-broker") Map<String, Object> broker) {
            this.broker = broker;
        }

        /// @param maxRecords of one read
        TopicReader open(Map<TopicPartition, Long> from, int maxRecords) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put("enable.auto.commit", false);
            settings.put("auto.offset.reset", "none");
            // As the consumers do: what a sender took back is in no report.
            settings.put("isolation.level", "read_committed");
            settings.put("max.poll.records", maxRecords);
            settings.put("fetch.max.bytes", FETCH_MAX_BYTES);
            settings.put("enable.metrics.push", false);
            settings.put("client.id", "reporting-service-rebuild");
            return new TopicReader(
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), from);
        }
    }
}
