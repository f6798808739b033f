package com.coworkpay.payment.refund;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears `refund.events`. Nothing is told on: who wants to know of refunds hears refund-service itself.
@ApplicationScoped
class RefundEvents {

    private static final String CONSUMER = "payment-refund-copy";

    private final EventConsumer consumer;
    private final RefundCopies copies;

    RefundEvents(EventConsumer consumer, RefundCopies copies) {
        this.consumer = consumer;
        this.copies = copies;
    }

    @Incoming("refund-events")
    Uni<Void> hear(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::keep);
    }

    private Uni<Void> keep(List<IncomingEvent> batch) {
        return copies.keep(batch.stream().map(RefundEvents::read).toList());
    }

    /// Whatever happened to a refund, its event carries the whole state.
    private static RefundState read(IncomingEvent event) {
        if (!event.type().startsWith("coworkpay.refund.") || !event.type().endsWith(".v1")) {
            throw new UnreadableEvent("unknown type");
        }
        return RefundState.read(event.data());
    }
}
