package com.coworkpay.reporting.projection;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Bounds;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Lets a consumer go on where the database is, even if Kafka remembers its group further on: a database that was
/// restored or made again gets what it lacks, by itself. Where Kafka is behind, dead letters may not be out yet, and
/// reading begins there: what comes twice is harmless.
///
/// Called on the consumer's own thread, which may wait: without the database nothing could be handled anyway.
@ApplicationScoped
@Identifier("stored-positions")
class StoredPositions implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(StoredPositions.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PositionStore positions;
    private final InFlightWork inHand;
    private final Duration assignmentTimeout;

    StoredPositions(PositionStore positions, InFlightWork inHand, ReportingConfig config) {
        this.positions = positions;
        this.inHand = inHand;
        this.assignmentTimeout = config.completeness().assignmentTimeout();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // The consumers of a process that stops leave one after the other, and get each other's partitions meanwhile.
        if (partitions.isEmpty() || inHand.isEnding()) {
            return;
        }
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Bounds> bounds = new HashMap<>();
        beginnings.forEach((partition, beginning) ->
                bounds.put(partition, new Bounds(beginning, ends.getOrDefault(partition, beginning))));
        Map<TopicPartition, Long> stored = stored(bounds);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        partitions.forEach(partition -> {
            long start = stored.getOrDefault(partition, beginnings.getOrDefault(partition, 0L));
            OffsetAndMetadata acknowledged = committed.get(partition);
            consumer.seek(partition, acknowledged == null ? start : Math.min(start, acknowledged.offset()));
        });
    }

    /// Empty if the database does not answer in time: from the beginning, then, as all of it may be read again.
    private Map<TopicPartition, Long> stored(Map<TopicPartition, Bounds> bounds) {
        Uni<Map<TopicPartition, Long>> asking = positions
                .begin(bounds)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "positions are not known, the database is asked again: %s", SafeErrorText.of(failure)))
                .onFailure(failure -> !inHand.isEnding())
                .retry()
                .withBackOff(PAUSE, PAUSE.multipliedBy(4))
                .expireIn(assignmentTimeout.toMillis());
        try {
            return asking.subscribeAsCompletionStage()
                    .get(assignmentTimeout.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException | TimeoutException e) {
            LOG.errorf("positions are not known: %s is read from the beginning", bounds.keySet());
            return Map.of();
        }
    }
}
