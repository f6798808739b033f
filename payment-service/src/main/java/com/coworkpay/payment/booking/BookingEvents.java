package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears the booking system's cancellations.
@ApplicationScoped
class BookingEvents {

    static final String CONSUMER = "payment-booking-events";

    private final EventConsumer consumer;
    private final CancelPayable cancelPayable;

    BookingEvents(EventConsumer consumer, CancelPayable cancelPayable) {
        this.consumer = consumer;
        this.cancelPayable = cancelPayable;
    }

    @Incoming("booking-events")
    Uni<Void> hear(Message<byte[]> message) {
        return consumer.consume(CONSUMER, message, this::handle);
    }

    private Uni<Void> handle(IncomingEvent event) {
        return switch (event.type()) {
            case "booking.cancelled.v1" -> cancel(event, PayableType.BOOKING);
            case "event_ticket.cancelled.v1" -> cancel(event, PayableType.EVENT_TICKET);
            case "shop_order.cancelled.v1" -> cancel(event, PayableType.SHOP_ORDER);
            // Said to others: they change nothing about what is pending.
            case "booking.moved.v1", "event.cancelled.v1", "location.day_closed.v1" ->
                Uni.createFrom().voidItem();
            default -> throw new UnreadableEvent("unknown type");
        };
    }

    private Uni<Void> cancel(IncomingEvent event, PayableType type) {
        return cancelPayable.cancel(event, PayableCanceled.read(event.data(), type));
    }
}
