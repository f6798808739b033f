package com.coworkpay.platform.deadletters;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads the whole of what was cut from its own topic, beside all consumers and in no group.
@ApplicationScoped
class WholeRecord {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("whole-record").start(task);

    WholeRecord(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /// Empty if the topic has it no more. Fails if Kafka does not answer in time.
    Uni<Optional<ConsumerRecord<byte[], byte[]>>> of(DeadLetterRow letter) {
        if (letter.isWhole()) {
            return Uni.createFrom().item(Optional.of(letter.asRecord()));
        }
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> read(letter))
                .runSubscriptionOn(virtualThreads)
                .emitOn(context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run()))
                .map(found -> found.filter(letter::isCutOf));
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(DeadLetterRow letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partitionNo());
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> one = List.of(partition);
            if (!isThere(consumer, partition, letter.offsetNo())) {
                return Optional.empty();
            }
            consumer.assign(one);
            consumer.seek(partition, letter.offsetNo());
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (System.nanoTime() < end) {
                var records = consumer.poll(Duration.ofMillis(500)).records(partition);
                if (!records.isEmpty()) {
                    return records.stream().findFirst().filter(first -> first.offset() == letter.offsetNo());
                }
                if (consumer.position(partition, TIMEOUT) > letter.offsetNo()) {
                    return Optional.empty();
                }
            }
            throw new TimeoutException("no record within " + TIMEOUT);
        }
    }

    /// The topic may have been deleted, or made again with fewer partitions or records.
    private static boolean isThere(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        List<TopicPartition> one = List.of(partition);
        return consumer.partitionsFor(partition.topic(), TIMEOUT).stream()
                        .anyMatch(each -> each.partition() == partition.partition())
                && consumer.beginningOffsets(one, TIMEOUT).getOrDefault(partition, Long.MAX_VALUE) <= offset
                && consumer.endOffsets(one, TIMEOUT).getOrDefault(partition, 0L) > offset;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", 1);
        settings.put("default.api.timeout.ms", (int) TIMEOUT.toMillis());
        settings.put("enable.metrics.push", false);
        settings.put("client.id", "dead-letters");
        return settings;
    }
}
