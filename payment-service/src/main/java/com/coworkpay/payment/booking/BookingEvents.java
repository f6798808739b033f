package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears the booking system's cancellations.
@ApplicationScoped
class BookingEvents {

    private static final String CONSUMER = "payment-booking-events";

    private final EventConsumer consumer;
    private final CancelPayables cancelPayables;

    BookingEvents(EventConsumer consumer, CancelPayables cancelPayables) {
        this.consumer = consumer;
        this.cancelPayables = cancelPayables;
    }

    @Incoming("booking-events")
    Uni<Void> hear(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> batch) {
        return cancelPayables.cancel(batch.stream()
                .map(BookingEvents::read)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<PayableCanceled> read(IncomingEvent event) {
        return switch (event.type()) {
            case "booking.cancelled.v1" -> canceled(event, PayableType.BOOKING);
            case "event_ticket.cancelled.v1" -> canceled(event, PayableType.EVENT_TICKET);
            case "shop_order.cancelled.v1" -> canceled(event, PayableType.SHOP_ORDER);
            // Said to others: they change nothing about what is pending.
            case "booking.moved.v1", "event.cancelled.v1", "location.day_closed.v1" -> Optional.empty();
            default -> throw new UnreadableEvent("unknown type");
        };
    }

    private static Optional<PayableCanceled> canceled(IncomingEvent event, PayableType type) {
        return Optional.of(PayableCanceled.read(event.data(), type, event.traceparent()));
    }
}
