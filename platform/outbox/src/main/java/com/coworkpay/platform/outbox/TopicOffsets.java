package com.coworkpay.platform.outbox;

import com.coworkpay.platform.outbox.IncomingTopics.Subscription;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Asks Kafka where topics begin and end, and how far consumer groups are.
@ApplicationScoped
public class TopicOffsets {
    /// A question that takes longer is given up; the next one comes soon.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private final OutboxConfig config;
    private final RecordProbe probe;
    private @Nullable Admin admin;

    TopicOffsets(
            @Identifier("default-kafka-broker") Map<String, Object> broker, OutboxConfig config, RecordProbe probe) {
        this.broker = broker;
        this.config = config;
        this.probe = probe;
    }

    /// For somebody who remembers how far they are by the records that they handled.
    public ReachedOffsets reachedOffsets() {
        return new ReachedOffsets(probe);
    }

    /// @param ends the offset after all that each partition holds, transactions that are open among it
    /// @param reached where the group goes on; where it never committed, the beginning
    record OffsetSnapshot(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> reached) {
        long events() {
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
                    .sum();
        }
    }

    /// The first offset of each partition that is still there.
    public Uni<Map<TopicPartition, Long>> beginnings(Set<String> topics) {
        return answered(described(topics).chain(described -> offsets(described, OffsetSpec.earliest())));
    }

    /// The offset that the next record of each partition will have.
    public Uni<Map<TopicPartition, Long>> ends(Set<String> topics) {
        return answered(described(topics).chain(described -> offsets(described, OffsetSpec.latest())));
    }

    Uni<Map<Subscription, OffsetSnapshot>> of(Collection<Subscription> subscriptions) {
        Set<String> topics = subscriptions.stream().map(Subscription::topic).collect(Collectors.toSet());
        Set<String> groups = subscriptions.stream().map(Subscription::group).collect(Collectors.toSet());
        return answered(described(topics).chain(described -> offsets(described, OffsetSpec.earliest())
                // The groups before the ends: a group is never shown to be further than its topic.
                .chain(begins -> committed(groups).chain(committed -> offsets(described, OffsetSpec.latest())
                        .map(ends -> snapshots(subscriptions, begins, committed, ends))))));
    }

    private static <T> Uni<T> answered(Uni<T> question) {
        return question.ifNoItem().after(TIMEOUT).fail();
    }

    private Uni<Map<String, TopicDescription>> described(Set<String> topics) {
        return Uni.createFrom()
                .completionStage(
                        () -> admin().describeTopics(topics).allTopicNames().toCompletionStage());
    }

    private static Map<Subscription, OffsetSnapshot> snapshots(
            Collection<Subscription> subscriptions,
            Map<TopicPartition, Long> begins,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed,
            Map<TopicPartition, Long> ends) {
        Map<Subscription, OffsetSnapshot> snapshots = new HashMap<>();
        for (Subscription each : subscriptions) {
            Map<TopicPartition, Long> reached = of(each.topic(), begins);
            committed.getOrDefault(each.group(), Map.of()).forEach((partition, offset) -> {
                if (offset != null) {
                    reached.computeIfPresent(partition, (_, begin) -> Math.max(begin, offset.offset()));
                }
            });
            snapshots.put(each, new OffsetSnapshot(of(each.topic(), ends), reached));
        }
        return snapshots;
    }

    private static Map<TopicPartition, Long> of(String topic, Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> these = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topic)) {
                these.put(partition, offset);
            }
        });
        return these;
    }

    private Uni<Map<String, Map<TopicPartition, OffsetAndMetadata>>> committed(Set<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> question =
                groups.stream().collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
        return Uni.createFrom()
                .completionStage(
                        () -> admin().listConsumerGroupOffsets(question).all().toCompletionStage());
    }

    private Uni<Map<TopicPartition, Long>> offsets(Map<String, TopicDescription> topics, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> which));
        return Uni.createFrom()
                .completionStage(() -> admin().listOffsets(question).all().toCompletionStage())
                .map(TopicOffsets::plain);
    }

    private static Map<TopicPartition, Long> plain(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        Map<TopicPartition, Long> plain = new HashMap<>();
        offsets.forEach((partition, info) -> plain.put(partition, info.offset()));
        return plain;
    }

    /// Made when first needed, so that a service starts while Kafka is away.
    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            int timeoutMs = Math.toIntExact(TIMEOUT.toMillis());
            settings.put("request.timeout.ms", timeoutMs);
            settings.put("default.api.timeout.ms", timeoutMs);
            settings.put("reconnect.backoff.max.ms", 1000);
            settings.put("enable.metrics.push", false);
            settings.put("client.id", config.service() + "-offsets");
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
