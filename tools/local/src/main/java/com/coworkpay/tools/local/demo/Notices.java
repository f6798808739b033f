package com.coworkpay.tools.local.demo;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What the booking system hears on `booking.notices`: from the moment at which this is made, or from where it stopped
/// the last time.
public final class Notices implements AutoCloseable {
    private static final String TOPIC = "booking.notices";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;
    private final List<Notice> received = new ArrayList<>();

    /// @param eventId the same through every repetition of the same notice
    public record Notice(String eventId, String type, JsonObject data) {}

    public Notices(String bootstrapServers) {
        consumer = consumer(bootstrapServers);
        var partitions = assign();
        consumer.seekToEnd(partitions);
        // The end is looked up when the position is asked for.
        partitions.forEach(consumer::position);
    }

    /// @param positions where it stopped, by partition; what is not in it is heard from its beginning
    public Notices(String bootstrapServers, Map<Integer, Long> positions) {
        consumer = consumer(bootstrapServers);
        try {
            for (var partition : assign()) {
                Long position = positions.get(partition.partition());
                if (position == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
        } catch (KafkaException away) {
            consumer.close();
            throw away;
        }
    }

    private static KafkaConsumer<String, String> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private List<TopicPartition> assign() {
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    /// Where the next notice of each partition will be.
    public Map<Integer, Long> positions() {
        return consumer.assignment().stream().collect(Collectors.toMap(TopicPartition::partition, consumer::position));
    }

    /// The notice of this type about a payment, when it comes.
    JsonObject await(String type, StartedPayment payment) {
        return RetryingCaller.until(
                        () -> about(payment, type), found -> !found.isEmpty(), type + " about " + payment.id())
                .getFirst()
                .data();
    }

    /// All distinct notices of this type about a payment that were heard until now.
    List<Notice> about(StartedPayment payment, String type) {
        received.addAll(received());
        return received.stream()
                .filter(notice -> notice.type().equals("coworkpay.notice." + type + ".v1"))
                .filter(notice -> payment.id().equals(notice.data().getString("paymentId")))
                .distinct()
                .toList();
    }

    /// What came since the last call, waiting a moment where nothing did.
    public List<Notice> received() {
        var news = new ArrayList<Notice>();
        consumer.poll(POLL).forEach(record -> news.add(notice(record)));
        return news;
    }

    private static Notice notice(ConsumerRecord<String, String> record) {
        return new Notice(header(record, "ce_id"), header(record, "ce_type"), new JsonObject(record.value()));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
