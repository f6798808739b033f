package com.coworkpay.payment.refund;

import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.payment.booking.HearReleases;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.StateTypes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears `refund.events`. Nothing is told on: who wants to know of refunds hears refund-service itself. What is neither
/// a
/// state of refunds nor a released cancellation is for others.
@ApplicationScoped
class RefundEvents {

    private static final String CONSUMER = "payment-refund-copy";

    private final EventConsumer consumer;
    private final RefundCopies copies;
    private final HearReleases releases;

    RefundEvents(EventConsumer consumer, RefundCopies copies, HearReleases releases) {
        this.consumer = consumer;
        this.copies = copies;
        this.releases = releases;
    }

    @Incoming("refund-events")
    Uni<Void> hear(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::keep);
    }

    private Uni<Void> keep(List<IncomingEvent> batch) {
        List<RefundState> states = batch.stream()
                .filter(StateTypes.OF_REFUNDS::tell)
                .map(event -> RefundState.read(event.data()))
                .toList();
        List<HearReleases.Release> released = batch.stream()
                .filter(event -> event.type().equals(CancellationReleased.TYPE))
                .map(event -> new HearReleases.Release(
                        CancellationReleased.read(EventData.of(event.data())), event.traceparent()))
                .toList();
        return (states.isEmpty() ? Uni.createFrom().voidItem() : copies.keep(states))
                .chain(() -> releases.hear(released));
    }
}
