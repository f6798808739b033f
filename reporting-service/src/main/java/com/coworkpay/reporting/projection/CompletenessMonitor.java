package com.coworkpay.reporting.projection;

import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Completeness;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import com.coworkpay.reporting.projection.domain.Watermark;
import com.coworkpay.reporting.topics.TopicEnds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Knows up to which moment an answer is complete: asks Kafka now and then how far the topics go, and the database what
/// time it is. The time is asked before the topics, so that it never says too much.
@ApplicationScoped
public class CompletenessMonitor {

    private static final Logger LOG = Logger.getLogger(CompletenessMonitor.class);

    private final PositionStore positions;
    private final TopicEnds ends;
    private final ProjectionStore projection;
    private final ProjectionMetrics metrics;
    private final Watermark watermark;

    CompletenessMonitor(
            PositionStore positions,
            TopicEnds ends,
            ProjectionStore projection,
            ProjectionMetrics metrics,
            ReportingConfig config) {
        this.positions = positions;
        this.ends = ends;
        this.projection = projection;
        this.metrics = metrics;
        this.watermark = new Watermark(config.completeness().maxSamples());
    }

    /// @param read as the answer's own snapshot shows them
    public Completeness of(Positions read) {
        return watermark.of(read);
    }

    @Scheduled(
            identity = "completeness",
            every = "${coworkpay.reporting.completeness.interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sample() {
        return positions
                .now()
                .chain(now -> ends.ends()
                        .invoke(found -> watermark.add(now.at(), found))
                        .chain(found -> passEmpty(now.positions(), found)))
                .chain(positions::now)
                .invoke(now -> metrics.measured(now.at(), now.positions(), watermark.of(now.positions())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    // What was known before stands, and grows old.
                    LOG.debugf("how far the topics go is not known now: %s", SafeErrorText.of(failure));
                    return null;
                });
    }

    /// Offsets that hold no event bring no batch, so nobody else moves the positions over them: after a transaction and
    /// silence the report would seem to lack its marker for ever.
    private Uni<Void> passEmpty(Positions read, Map<TopicPartition, Long> found) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        read.byPartition().forEach((partition, position) -> offsets.put(partition, position.nextOffset()));
        return ends.passEmpty(offsets, found).chain(passed -> {
            List<Position> moved = passed.entrySet().stream()
                    .filter(each -> read.behind(each.getKey(), each.getValue()) > 0)
                    .map(each -> new Position(each.getKey(), each.getValue(), null))
                    .toList();
            return moved.isEmpty() ? Uni.createFrom().voidItem() : projection.apply(ProjectionBatch.of(moved));
        });
    }
}
