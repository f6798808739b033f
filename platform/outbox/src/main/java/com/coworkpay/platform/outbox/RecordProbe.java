package com.coworkpay.platform.outbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Looks whether there is a record to read between two offsets: markers of transactions, what was aborted and what
/// compaction took away have offsets, too. In no group, and with a client for each look: it is rarely needed.
@ApplicationScoped
class RecordProbe {
    private static final Duration MAX_LENGTH = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final int FETCH_BYTES = 16 * 1024;

    /// @param to everything before it was passed without meeting a record
    /// @param isRecord one lies there
    record Passed(long to, boolean isRecord) {}

    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("record-probe").start(task);

    RecordProbe(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.config = config;
    }

    Uni<Map<TopicPartition, Passed>> pass(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        return Uni.createFrom().item(() -> passed(from, ends)).runSubscriptionOn(virtualThreads);
    }

    private Map<TopicPartition, Passed> passed(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Passed> passed = new HashMap<>();
        long until = System.nanoTime() + MAX_LENGTH.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            while (System.nanoTime() - until < 0 && !isOver(passed, ends)) {
                consumer.poll(POLL)
                        .forEach(met -> passed.computeIfAbsent(
                                new TopicPartition(met.topic(), met.partition()), _ -> new Passed(met.offset(), true)));
                consumer.pause(List.copyOf(passed.keySet()));
                consumer.assignment().stream()
                        .filter(partition -> !passed.containsKey(partition))
                        .filter(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))
                        .toList()
                        .forEach(partition -> passed.put(partition, new Passed(consumer.position(partition), false)));
            }
            // What is not decided yet (a transaction that is open) is asked again another time.
            from.keySet()
                    .forEach(partition ->
                            passed.computeIfAbsent(partition, rest -> new Passed(consumer.position(rest), false)));
        }
        return passed;
    }

    private static boolean isOver(Map<TopicPartition, Passed> passed, Map<TopicPartition, Long> ends) {
        return passed.keySet().containsAll(ends.keySet());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 1);
        settings.put("max.partition.fetch.bytes", FETCH_BYTES);
        settings.put("default.api.timeout.ms", Math.toIntExact(MAX_LENGTH.toMillis()));
        settings.put("enable.metrics.push", false);
        settings.put("client.id", config.service() + "-record-probe");
        return settings;
    }
}
