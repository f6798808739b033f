package com.coworkpay.platform.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The topics as somebody outside sees them: publishes as a foreign system would, reads from the beginning.
/// Topics outlive a test class, so look for your own ids.
public final class KafkaProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

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
        Map<String, String> all = cloudEvent(ceType, headers);
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
                each.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
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

    /// The same where key and headers are no text.
    public static void publishBytes(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        send(topic, key, value, headers);
    }

    /// Publishes a CloudEvent in a transaction of its own, which is committed: its marker takes an offset.
    public static String publishInTransaction(
            String topic, @Nullable String key, String ceType, String json, String... headers) {
        return transaction(topic, key, ceType, json, true, headers);
    }

    /// Publishes a CloudEvent in a transaction that is aborted: it lies in the topic, and nobody is to receive it.
    public static String publishAndAbort(
            String topic, @Nullable String key, String ceType, String json, String... headers) {
        return transaction(topic, key, ceType, json, false, headers);
    }

    private static String transaction(
            String topic, @Nullable String key, String ceType, String json, boolean commit, String... headers) {
        Map<String, String> all = cloudEvent(ceType, headers);
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of("transactional.id", UUID.randomUUID().toString()))) {
            producer.initTransactions();
            producer.beginTransaction();
            arrived(
                    topic,
                    producer.send(outgoing(topic, bytes(key), json.getBytes(StandardCharsets.UTF_8), bytes(all))));
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
        return all.getOrDefault("ce_id", "");
    }

    /// All records that are in the topic now: by partition, then by offset.
    public static List<ReceivedEvent> eventsOf(String topic) {
        return recordsOf(topic).stream().map(KafkaProbe::received).toList();
    }

    /// The same, byte by byte.
    public static List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers(), "enable.metrics.push", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), TIMEOUT) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        found.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return found;
    }

    /// The first record that fits, waiting up to 30 seconds for it.
    public static ReceivedEvent awaitEvent(String topic, Predicate<ReceivedEvent> predicate) {
        return awaitEvents(topic, predicate, 1).getFirst();
    }

    /// All records that fit, waiting up to 30 seconds until there are as many.
    public static List<ReceivedEvent> awaitEvents(String topic, Predicate<ReceivedEvent> predicate, int atLeast) {
        return Awaitility.await("event in " + topic)
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> eventsOf(topic).stream().filter(predicate).toList(), fit -> fit.size() >= atLeast);
    }

    private static void send(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        send(topic, bytes(key), value, bytes(headers));
    }

    private static void send(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("max.request.size", 4 * 1024 * 1024))) {
            arrived(topic, producer.send(outgoing(topic, key, value, headers)));
        }
    }

    private static void arrived(String topic, Future<?> sent) {
        try {
            sent.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", KafkaResource.bootstrapServers());
        settings.put("enable.metrics.push", false);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> outgoing(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        ProducerRecord<byte[], byte[]> outgoing = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, bytes) -> outgoing.headers().add(name, bytes));
        return outgoing;
    }

    private static ReceivedEvent received(ConsumerRecord<byte[], byte[]> r) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : r.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        String key = r.key() == null ? null : new String(r.key(), StandardCharsets.UTF_8);
        String value = r.value() == null ? "" : new String(r.value(), StandardCharsets.UTF_8);
        return new ReceivedEvent(r.topic(), r.partition(), r.offset(), key, value, headers);
    }

    private static Map<String, String> cloudEvent(String ceType, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ce_specversion", "1.0");
        all.put("ce_id", UUID.randomUUID().toString());
        all.put("ce_source", "/test");
        all.put("ce_type", ceType);
        all.put("content-type", "application/json");
        all.putAll(pairs(headers));
        return all;
    }

    private static Map<String, byte[]> bytes(Map<String, String> headers) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        headers.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }
}
