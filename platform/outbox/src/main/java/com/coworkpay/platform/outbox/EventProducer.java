package com.coworkpay.platform.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The one Kafka producer of this process, for the relay and the dead letters. Made when first needed, so that a
/// service starts while Kafka is away; made again after a failure that a producer does not survive.
@ApplicationScoped
class EventProducer {
    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private @Nullable KafkaProducer<String, byte[]> producer;

    EventProducer(@Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config) {
        this.broker = broker;
        this.config = config;
    }

    /// Returns when all in-sync replicas have the record. Blocks: for virtual threads only.
    void send(ProducerRecord<String, byte[]> outgoing) throws PublishFailed {
        KafkaProducer<String, byte[]> used = null;
        try {
            used = producer();
            used.send(outgoing).get(config.sendTimeout().multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), used);
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailed(e);
        } catch (Exception e) {
            throw failed(e, used);
        }
    }

    private PublishFailed failed(Throwable cause, @Nullable KafkaProducer<String, byte[]> used) {
        PublishFailed failure = new PublishFailed(cause);
        if (!failure.isTransient() && !failure.isOfTheRecord()) {
            discard(used);
        }
        return failure;
    }

    /// Only the one that failed: another thread may have made a new one already.
    private synchronized void discard(@Nullable KafkaProducer<String, byte[]> used) {
        if (used != null && producer == used) {
            close();
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
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
