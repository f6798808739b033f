package com.coworkpay.payment.replica;

import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.contracts.StateTypes;
import com.coworkpay.payment.booking.ApplyReleases;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Consumes `refund.events` and publishes nothing: subscribe to `refund.events` for refunds. Events that are neither
/// a state of refunds nor a released cancellation are for other consumers.
@ApplicationScoped
class RefundEventConsumer implements EventHandlers {

    private static final String CONSUMER = "payment-refund-replica";

    private final EventConsumer consumer;
    private final RefundReplicaStore replica;
    private final ApplyReleases releases;

    RefundEventConsumer(EventConsumer consumer, RefundReplicaStore replica, ApplyReleases releases) {
        this.consumer = consumer;
        this.replica = replica;
        this.releases = releases;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("refund-events", this::apply);
    }

    @Incoming("refund-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(List<IncomingEvent> batch) {
        List<RefundStateV1> states = batch.stream()
                .filter(StateTypes.REFUNDS::include)
                .map(event -> RefundStateV1.read(event.data()))
                .toList();
        List<ApplyReleases.Release> released = batch.stream()
                .filter(event -> event.type().equals(CancellationReleased.TYPE))
                .map(event -> new ApplyReleases.Release(
                        CancellationReleased.read(EventData.of(event.data())), event.traceparent()))
                .toList();
        return (states.isEmpty() ? Uni.createFrom().voidItem() : replica.store(states))
                .chain(() -> releases.apply(released));
    }
}
