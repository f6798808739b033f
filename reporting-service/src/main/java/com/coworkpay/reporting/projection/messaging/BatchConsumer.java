package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.contracts.StateTypes;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.reporting.projection.ApplyBatch;
import com.coworkpay.reporting.projection.ProjectionBatch;
import com.coworkpay.reporting.projection.domain.Partition;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Hands a poll of records to the projection, and sees to it that the positions move past those that nobody can read.
@ApplicationScoped
public class BatchConsumer {

    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    private static final int MAX_RETRIES = 3;

    private final EventConsumer consumer;
    private final ApplyBatch applyBatch;

    BatchConsumer(EventConsumer consumer, ApplyBatch applyBatch) {
        this.consumer = consumer;
        this.applyBatch = applyBatch;
    }

    /// @param types of the events that carry a state
    /// @param read reads an event's state, or says that nobody can
    <T> Uni<Void> consume(
            String name,
            Message<List<byte[]>> batch,
            StateTypes types,
            Function<IncomingEvent, T> read,
            BiFunction<List<T>, List<Position>, ProjectionBatch> toBatch) {
        List<Position> ends = ends(batch);
        List<Position> applied = new ArrayList<>();
        return consumer.consumeBatch(name, batch, events -> {
                    List<Position> positions = positions(events);
                    List<T> states =
                            events.stream().filter(types::include).map(read).toList();
                    return applyBatch.apply(toBatch.apply(states, positions)).invoke(() -> applied.addAll(positions));
                })
                .chain(() -> passUnreadable(ends, Positions.of(applied)));
    }

    private static List<Position> positions(List<IncomingEvent> events) {
        return List.copyOf(Positions.of(events.stream()
                        .map(event -> new Position(
                                new Partition(event.topic(), event.partition()), event.offset() + 1, event.time()))
                        .toList())
                .byPartition()
                .values());
    }

    private static List<Position> ends(Message<List<byte[]>> batch) {
        List<Position> ends = new ArrayList<>();
        batch.getMetadata(IncomingKafkaRecordBatchMetadata.class).ifPresent(metadata -> {
            for (Object each : metadata.getRecords().partitions()) {
                TopicPartition partition = (TopicPartition) each;
                @SuppressWarnings("unchecked")
                List<ConsumerRecord<?, ?>> records = metadata.getRecords().records(partition);
                ends.add(new Position(
                        new Partition(partition.topic(), partition.partition()),
                        records.getLast().offset() + 1,
                        null));
            }
        });
        return ends;
    }

    /// Where the last records of a batch are dead letters, no event moved the position past them. If it cannot be moved
    /// now, the next batch does it; until then the report seems to be behind, which is the safe side.
    private Uni<Void> passUnreadable(List<Position> ends, Positions applied) {
        List<Position> beyond = ends.stream()
                .filter(end -> applied.behind(end.partition(), end.nextOffset()) > 0)
                .toList();
        if (beyond.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return applyBatch
                .apply(ProjectionBatch.of(beyond))
                .onFailure()
                .retry()
                .atMost(MAX_RETRIES)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("positions could not be moved past dead letters now: %s", failure);
                    return null;
                });
    }
}
