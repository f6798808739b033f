package com.coworkpay.reporting.topics;

import com.coworkpay.platform.outbox.TopicOffsets;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Partition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Where the topics that the report is made of begin and end now.
@ApplicationScoped
public class TopicEnds {

    private final TopicOffsets offsets;
    private final TopicNames topics;
    private final Duration timeout;

    TopicEnds(TopicOffsets offsets, TopicNames topics, ReportingConfig config) {
        this.offsets = offsets;
        this.topics = topics;
        this.timeout = config.completeness().timeout();
    }

    /// The offset that the next record of each partition will have.
    public Uni<Map<Partition, Long>> ends() {
        return inTime(offsets.ends(topics.all()));
    }

    /// The first offset that is still there.
    public Uni<Map<Partition, Long>> beginnings() {
        return inTime(offsets.beginnings(topics.all()));
    }

    private Uni<Map<Partition, Long>> inTime(Uni<Map<TopicPartition, Long>> question) {
        return question.map(TopicEnds::answer).ifNoItem().after(timeout).fail();
    }

    private static Map<Partition, Long> answer(Map<TopicPartition, Long> offsets) {
        Map<Partition, Long> answer = new HashMap<>();
        offsets.forEach(
                (partition, offset) -> answer.put(new Partition(partition.topic(), partition.partition()), offset));
        return answer;
    }
}
