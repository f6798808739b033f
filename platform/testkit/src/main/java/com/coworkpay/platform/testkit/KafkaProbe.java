package com.coworkpay.platform.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The topics as somebody outside sees them: publishes as a foreign system would, reads from the beginning.
/// Topics outlive a test class, so look for your own ids.
public final class KafkaProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Held here, as the logging system lets go of what nobody holds.
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA_LOG.setLevel(Level.WARNING);
    }

    private KafkaProbe() {}

    /// Publishes a CloudEvent in binary mode and waits for the broker.
    ///
    /// @param headers name, value, name, value …; they win over those set here (`ce_id` is random)
    /// @return the event's id
    public static String publish(String topic, @Nullable String key, String ceType, String json, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ce_specversion", "1.0");
        all.put("ce_id", UUID.randomUUID().toString());
        all.put("ce_source", "/test");
        all.put("ce_type", ceType);
        all.put("content-type", "application/json");
        all.putAll(pairs(headers));
        send(topic, key, json.getBytes(StandardCharsets.UTF_8), all);
        return all.getOrDefault("ce_id", "");
    }

    /// Publishes CloudEvents that reach the broker at once, so that a consumer of batches gets many of them by one
    /// poll.
    public static void publishAll(String topic, String ceType, List<Map.Entry<String, String>> keysAndJson) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.bootstrapServers(),
                "linger.ms",
                1000,
                "batch.size",
                900_000,
                "enable.metrics.push",
                false);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (Map.Entry<String, String> each : keysAndJson) {
                ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(
                        topic, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
                Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", ceType)
                        .forEach((name, text) -> outgoing.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(outgoing));
            }
            producer.flush();
            for (Future<?> each : sent) {
                each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Publishes bytes with just these headers (name, value, name, value …) and waits for the broker.
    public static void publishRaw(String topic, @Nullable String key, byte @Nullable [] value, String... headers) {
        send(topic, key, value, pairs(headers));
    }

    /// All records that are in the topic now: by partition, then by offset.
    public static List<ReceivedEvent> eventsOf(String topic) {
        List<ReceivedEvent> found = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers(), "enable.metrics.push", false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> found.add(received(r)));
            }
        }
        found.sort(Comparator.comparingInt(ReceivedEvent::partition).thenComparingLong(ReceivedEvent::offset));
        return found;
    }

    /// The first record that fits, waiting up to 30 seconds for it.
    public static ReceivedEvent awaitEvent(String topic, Predicate<ReceivedEvent> predicate) {
        return awaitEvents(topic, predicate, 1).getFirst();
    }

    /// All records that fit, waiting up to 30 seconds until there are as many.
    public static List<ReceivedEvent> awaitEvents(String topic, Predicate<ReceivedEvent> predicate, int atLeast) {
        return Awaitility.await("event in " + topic)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> eventsOf(topic).stream().filter(predicate).toList(), fit -> fit.size() >= atLeast);
    }

    private static void send(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> producerRecord = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> producerRecord.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.bootstrapServers(),
                "max.request.size",
                4 * 1024 * 1024,
                "enable.metrics.push",
                false);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(producerRecord).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ReceivedEvent received(ConsumerRecord<String, byte[]> r) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : r.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        String value = r.value() == null ? "" : new String(r.value(), StandardCharsets.UTF_8);
        return new ReceivedEvent(r.topic(), r.partition(), r.offset(), r.key(), value, headers);
    }

    private static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }
}
