package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.cancellation.KeepCancellation;
import com.coworkpay.refund.cancellation.persistence.Cancellations;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.messaging.EventData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// The booking system's events (docs/contracts/asyncapi.yaml): the inbound contract of refunds.
@ApplicationScoped
public class BookingEvents {

    private final EventConsumer consumer;
    private final KeepCancellation keepCancellation;
    private final Cancellations cancellations;

    BookingEvents(EventConsumer consumer, KeepCancellation keepCancellation, Cancellations cancellations) {
        this.consumer = consumer;
        this.keepCancellation = keepCancellation;
        this.cancellations = cancellations;
    }

    @Incoming("booking-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/bookings", message, this::handle);
    }

    private Uni<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case "booking.cancelled.v1" -> cancel(event, PayableType.BOOKING);
            case "event_ticket.cancelled.v1" -> cancel(event, PayableType.EVENT_TICKET);
            case "shop_order.cancelled.v1" -> cancel(event, PayableType.SHOP_ORDER);
            case "booking.moved.v1" -> cancellations.move(BookingWords.move(EventData.of(event.data())));
            // Refunds of a whole event or day are not built yet: known, and of no effect here.
            case "event.cancelled.v1", "location.day_closed.v1" ->
                Uni.createFrom().voidItem();
            default -> Uni.createFrom().failure(new UnreadableEvent("unknown type"));
        };
    }

    private Uni<Void> cancel(IncomingEvent event, PayableType type) {
        return keepCancellation.keep(BookingWords.cancellation(EventData.of(event.data()), type));
    }
}
