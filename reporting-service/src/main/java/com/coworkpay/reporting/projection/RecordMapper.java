package com.coworkpay.reporting.projection;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.contracts.StateTypes;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.RecordReader;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.topics.TopicNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Maps records of all topics, by the same mapper as the consumers. What these set aside says nothing here either.
@ApplicationScoped
public class RecordMapper {

    private final RecordReader reader;
    private final TopicNames topics;

    RecordMapper(RecordReader reader, TopicNames topics) {
        this.reader = reader;
        this.topics = topics;
    }

    /// @param skipped records that nobody can read
    public record Result(ProjectionBatch batch, int skipped) {}

    /// @param ends how far each partition was read with the records
    public Result map(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> ends) {
        List<Recorded<PaymentStateV1>> payments = new ArrayList<>();
        List<Recorded<RefundStateV1>> refunds = new ArrayList<>();
        List<Recorded<LocationStateV1>> locations = new ArrayList<>();
        Map<TopicPartition, Instant> lastEventAt = new HashMap<>();
        int skipped = 0;
        for (ConsumerRecord<byte[], byte[]> each : records) {
            try {
                IncomingEvent event = reader.read(each);
                if (event.topic().equals(topics.payments())) {
                    add(event, StateTypes.PAYMENTS, Recorded::payment, payments);
                } else if (event.topic().equals(topics.refunds())) {
                    add(event, StateTypes.REFUNDS, Recorded::refunds, refunds);
                } else {
                    add(event, StateTypes.LOCATIONS, Recorded::location, locations);
                }
                lastEventAt.put(new TopicPartition(event.topic(), event.partition()), event.time());
            } catch (UnreadableEventException deadLetter) {
                skipped++;
            }
        }
        List<Position> positions = ends.entrySet().stream()
                .map(each -> new Position(each.getKey(), each.getValue(), lastEventAt.get(each.getKey())))
                .toList();
        return new Result(new ProjectionBatch(payments, refunds, locations, positions), skipped);
    }

    private static <T> void add(
            IncomingEvent event, StateTypes types, Function<IncomingEvent, T> read, List<T> states) {
        if (types.include(event)) {
            states.add(read.apply(event));
        }
    }
}
