package com.coworkpay.refund.support;

import com.coworkpay.platform.testkit.KafkaResource;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A burst of events: Kafka gets them together, when it is closed, however slowly they were written.
public final class EventStream implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KafkaResource.bootstrapServers(),
                    "enable.metrics.push",
                    false,
                    "linger.ms",
                    60_000,
                    "batch.size",
                    4 << 20),
            new StringSerializer(),
            new ByteArraySerializer());

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public void send(String topic, String key, String type, String json) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, bytes(json));
        event.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(UUID.randomUUID().toString()))
                .add("ce_source", bytes("/test"))
                // As the booking system writes it, when it cancels.
                .add("ce_time", bytes(time(json)))
                .add("ce_type", bytes(type));
        sent.add(producer.send(event));
    }

    private static String time(String json) {
        return new JsonObject(json).getString("cancelledAt", Instant.now().toString());
    }

    @Override
    public void close() {
        producer.flush();
        sent.forEach(EventStream::published);
        producer.close();
    }

    private static void published(Future<RecordMetadata> event) {
        try {
            event.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
