package com.coworkpay.reporting.projection;

import com.coworkpay.contracts.StateTypes;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Everything that the report is made of.
@ApplicationScoped
class ReportEventConsumer implements EventHandlers {

    private static final Logger LOG = Logger.getLogger(ReportEventConsumer.class);
    private static final int MAX_RETRIES = 3;

    private final EventConsumer consumer;
    private final ProjectionStore projection;

    ReportEventConsumer(EventConsumer consumer, ProjectionStore projection) {
        this.consumer = consumer;
        this.projection = projection;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of(
                "payment-events",
                again(StateTypes.PAYMENTS, Recorded::payment, ProjectionBatch::ofPayments),
                "refund-events",
                again(StateTypes.REFUNDS, Recorded::refunds, ProjectionBatch::ofRefunds),
                "integration-events",
                again(StateTypes.LOCATIONS, Recorded::location, ProjectionBatch::ofLocations));
    }

    /// What the positions have passed already: it moves none. A rebuild reads it where it lies in its topic.
    private <T> Function<List<IncomingEvent>, Uni<Void>> again(
            StateTypes types,
            Function<IncomingEvent, T> read,
            BiFunction<List<T>, List<Position>, ProjectionBatch> toBatch) {
        return events -> projection.apply(
                toBatch.apply(events.stream().filter(types::include).map(read).toList(), List.of()));
    }

    @Incoming("payment-events")
    Uni<Void> payments(Message<List<byte[]>> batch) {
        return consume(
                "reporting-service/payments",
                batch,
                StateTypes.PAYMENTS,
                Recorded::payment,
                ProjectionBatch::ofPayments);
    }

    @Incoming("refund-events")
    Uni<Void> refunds(Message<List<byte[]>> batch) {
        return consume(
                "reporting-service/refunds", batch, StateTypes.REFUNDS, Recorded::refunds, ProjectionBatch::ofRefunds);
    }

    @Incoming("integration-events")
    Uni<Void> locations(Message<List<byte[]>> batch) {
        return consume(
                "reporting-service/locations",
                batch,
                StateTypes.LOCATIONS,
                Recorded::location,
                ProjectionBatch::ofLocations);
    }

    /// Hands a poll of records to the projection, and sees to it that the positions move past those that nobody can
    /// read.
    ///
    /// @param types of the events that carry a state
    /// @param read reads an event's state, or says that nobody can
    private <T> Uni<Void> consume(
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
                    return projection.apply(toBatch.apply(states, positions)).invoke(() -> applied.addAll(positions));
                })
                .chain(() -> passUnreadable(ends, Positions.of(applied)));
    }

    private static List<Position> positions(List<IncomingEvent> events) {
        return List.copyOf(Positions.of(events.stream()
                        .map(event -> new Position(
                                new TopicPartition(event.topic(), event.partition()), event.offset() + 1, event.time()))
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
                ends.add(new Position(partition, records.getLast().offset() + 1, null));
            }
        });
        return ends;
    }

    /// Where the last records of a batch are dead letters, no event moved the position past them. If it cannot be
    /// moved now, the next batch does it; until then the report seems to be behind, which is the safe side.
    private Uni<Void> passUnreadable(List<Position> ends, Positions applied) {
        List<Position> beyond = ends.stream()
                .filter(end -> applied.behind(end.partition(), end.nextOffset()) > 0)
                .toList();
        if (beyond.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return projection
                .apply(ProjectionBatch.of(beyond))
                .onFailure()
                .retry()
                .atMost(MAX_RETRIES)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("positions could not be moved past dead letters now: %s", SafeErrorText.of(failure));
                    return null;
                });
    }
}
