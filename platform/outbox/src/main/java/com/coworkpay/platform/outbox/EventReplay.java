package com.coworkpay.platform.outbox;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Gives a record to this service's own handler once more, under its own topic, partition and offset. No other consumer
/// of the topic gets it, and a report that is built again from the topic finds the same record there.
@ApplicationScoped
public class EventReplay {
    private final Map<String, Function<List<IncomingEvent>, Uni<Void>>> byTopic = new HashMap<>();
    private final RecordReader reader;
    private final Tracer tracer;

    EventReplay(@All List<EventHandlers> handlers, IncomingTopics incoming, RecordReader reader, Tracer tracer) {
        this.reader = reader;
        this.tracer = tracer;
        Map<String, String> topics = incoming.byChannel();
        for (EventHandlers each : handlers) {
            each.byChannel()
                    .forEach((channel, handler) -> byTopic.put(Objects.requireNonNull(topics.get(channel)), handler));
        }
    }

    public boolean handles(String topic) {
        return byTopic.containsKey(topic);
    }

    /// One try. Harmless to repeat, as handlers are.
    ///
    /// @param of a record of a topic that this service handles
    /// @return why it is refused again; empty: it took effect. Fails while the database is unavailable: try later
    public Uni<Optional<DeadLetterReason>> replay(ConsumerRecord<byte[], byte[]> of) {
        var handler = Objects.requireNonNull(byTopic.get(of.topic()));
        return EventTrace.within(tracer, ConsumedRecord.of(of), () -> handler.apply(List.of(reader.read(of))))
                .map(_ -> Optional.<DeadLetterReason>empty())
                .onFailure(failure -> FailureKind.of(failure) != FailureKind.DATABASE)
                .recoverWithItem(failure -> Optional.of(DeadLetterReason.of(failure)));
    }
}
