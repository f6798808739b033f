package com.coworkpay.platform.outbox;

import com.coworkpay.platform.testkit.KafkaResource;
import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Records of one key that reach the broker at once, so that a consumer gets them by one poll.
final class Burst {
    static final String TOPIC = "test.batches";

    private final String key = UUID.randomUUID().toString();
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    String key() {
        return key;
    }

    String add(String json) {
        return add("thing.happened.v1", json);
    }

    String add(String type, String json, String... headers) {
        String id = UUID.randomUUID().toString();
        addWithId(id, type, json, headers);
        return id;
    }

    void addWithId(String id, String type, String json, String... headers) {
        ProducerRecord<String, byte[]> added = new ProducerRecord<>(TOPIC, key, bytes(json));
        added.headers().add("ce_id", bytes(id)).add("ce_type", bytes(type));
        for (int i = 0; i + 1 < headers.length; i += 2) {
            added.headers().add(headers[i], bytes(headers[i + 1]));
        }
        records.add(added);
    }

    void send() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.bootstrapServers(),
                "linger.ms",
                500,
                "batch.size",
                900_000,
                "enable.metrics.push",
                false);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(each -> sent.add(producer.send(each)));
            producer.flush();
            for (Future<?> each : sent) {
                each.get(30, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
