package com.coworkpay.reporting.topics;

import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Partition;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Where the topics begin and end now.
@ApplicationScoped
public class TopicEnds {

    private final Map<String, Object> broker;
    private final TopicNames topics;
    private final Duration timeout;
    private @Nullable Admin admin;

    TopicEnds(
            @Identifier("default-kafka-broker") Map<String, Object> broker, TopicNames topics, ReportingConfig config) {
        this.broker = broker;
        this.topics = topics;
        this.timeout = config.completeness().timeout();
    }

    /// The offset that the next record of each partition will have.
    public Uni<Map<Partition, Long>> ends() {
        return offsets(OffsetSpec.latest());
    }

    /// The first offset that is still there.
    public Uni<Map<Partition, Long>> beginnings() {
        return offsets(OffsetSpec.earliest());
    }

    private Uni<Map<Partition, Long>> offsets(OffsetSpec which) {
        return Uni.createFrom()
                .completionStage(() ->
                        admin().describeTopics(topics.all()).allTopicNames().toCompletionStage())
                .chain(described -> Uni.createFrom()
                        .completionStage(() -> admin().listOffsets(question(described, which))
                                .all()
                                .toCompletionStage()))
                .map(TopicEnds::answer)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private static Map<TopicPartition, OffsetSpec> question(Map<String, TopicDescription> topics, OffsetSpec which) {
        return topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> which));
    }

    private static Map<Partition, Long> answer(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        Map<Partition, Long> answer = new HashMap<>();
        offsets.forEach((partition, info) ->
                answer.put(new Partition(partition.topic(), partition.partition()), info.offset()));
        return answer;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            int timeoutMs = Math.toIntExact(timeout.toMillis());
            settings.put("request.timeout.ms", timeoutMs);
            settings.put("default.api.timeout.ms", timeoutMs);
            settings.put("reconnect.backoff.max.ms", 1000);
            settings.put("enable.metrics.push", false);
            settings.put("client.id", "reporting-service-ends");
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
