package com.coworkpay.platform.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// The one Kafka producer of this process, for the relay and the dead letters. Made when first needed, so that a
/// service starts while Kafka is away; made again after a failure that a producer does not survive.
@ApplicationScoped
class EventProducer {
    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    EventProducer(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.config = config;
    }

    /// Returns when all in-sync replicas have the record. Blocks: for virtual threads only.
    void send(ProducerRecord<byte[], byte[]> outgoing) throws PublishFailedException {
        KafkaProducer<byte[], byte[]> used = null;
        AtomicInteger partition = new AtomicInteger(-1);
        try {
            used = producer();
            used.send(outgoing, (metadata, failure) -> partition.set(metadata == null ? -1 : metadata.partition()))
                    .get(config.sendTimeout().multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), used, outgoing.topic(), partition.get());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailedException(e, -1, 0);
        } catch (Exception e) {
            throw failed(e, used, outgoing.topic(), partition.get());
        }
    }

    /// Where a record with this key goes, by Kafka's own rule; −1 if that is not known.
    int partitionOf(String topic, byte[] key) {
        int partitions = partitions(producer(), topic);
        return partitions == 0 ? -1 : Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static int partitions(KafkaProducer<byte[], byte[]> used, String topic) {
        try {
            return used.partitionsFor(topic).size();
        } catch (KafkaException notKnown) {
            return 0;
        }
    }

    private PublishFailedException failed(
            Throwable cause, @Nullable KafkaProducer<byte[], byte[]> used, String topic, int partition) {
        PublishFailedException failure = new PublishFailedException(
                cause, partition, used == null || partition < 0 ? 0 : partitions(used, topic));
        if (failure.isOfTheProducer()) {
            discard(used);
        }
        return failure;
    }

    /// Only the one that failed: another thread may have made a new one already.
    private synchronized void discard(@Nullable KafkaProducer<byte[], byte[]> used) {
        if (used != null && producer == used) {
            close();
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        int timeoutMs = Math.toIntExact(config.sendTimeout().toMillis());
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("max.block.ms", timeoutMs / 2);
        settings.put("request.timeout.ms", timeoutMs / 2);
        settings.put("delivery.timeout.ms", timeoutMs);
        settings.put("linger.ms", 0);
        settings.put("reconnect.backoff.max.ms", 1000);
        settings.put("enable.metrics.push", false);
        settings.put("client.id", config.service() + "-outbox");
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
