package com.coworkpay.reporting.topics;

import com.coworkpay.platform.outbox.ReachedOffsets;
import com.coworkpay.platform.outbox.TopicOffsets;
import com.coworkpay.reporting.ReportingConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Where the topics that the report is made of begin and end now.
@ApplicationScoped
public class TopicEnds {

    private final TopicOffsets offsets;
    private final TopicNames topics;
    private final Duration timeout;
    private final ReachedOffsets reached;

    TopicEnds(TopicOffsets offsets, TopicNames topics, ReportingConfig config) {
        this.offsets = offsets;
        this.topics = topics;
        this.timeout = config.completeness().timeout();
        this.reached = offsets.reachedOffsets();
    }

    /// The offset that the next record of each partition will have.
    public Uni<Map<TopicPartition, Long>> ends() {
        return inTime(offsets.ends(topics.all()));
    }

    /// The first offset that is still there.
    public Uni<Map<TopicPartition, Long>> beginnings() {
        return inTime(offsets.beginnings(topics.all()));
    }

    /// How far one is who has read so far, where what follows holds no event: markers of transactions, what was
    /// aborted. For one asker at a time.
    public Uni<Map<TopicPartition, Long>> passEmpty(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        return reached.passEmpty(read, ends);
    }

    private Uni<Map<TopicPartition, Long>> inTime(Uni<Map<TopicPartition, Long>> question) {
        return question.ifNoItem().after(timeout).fail();
    }
}
