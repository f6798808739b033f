package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.cancellation.KeepCancellations;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.messaging.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// The booking system's events (docs/contracts/asyncapi.yaml): the inbound contract of refunds.
@ApplicationScoped
public class BookingEvents {

    private final EventConsumer consumer;
    private final KeepCancellations keepCancellations;

    BookingEvents(EventConsumer consumer, KeepCancellations keepCancellations) {
        this.consumer = consumer;
        this.keepCancellations = keepCancellations;
    }

    @Incoming("booking-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch("refund-service/bookings", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        List<Cancellation> canceled = new ArrayList<>();
        List<Move> moved = new ArrayList<>();
        for (IncomingEvent event : events) {
            switch (event.type()) {
                case "booking.cancelled.v1" -> canceled.add(cancellation(event, PayableType.BOOKING));
                case "event_ticket.cancelled.v1" -> canceled.add(cancellation(event, PayableType.EVENT_TICKET));
                case "shop_order.cancelled.v1" -> canceled.add(cancellation(event, PayableType.SHOP_ORDER));
                case "booking.moved.v1" -> moved.add(BookingWords.move(EventData.of(event.data())));
                // Refunds of a whole event or day are not built yet: known, and of no effect here.
                case "event.cancelled.v1", "location.day_closed.v1" -> {}
                default -> throw new UnreadableEvent("unknown type");
            }
        }
        return keepCancellations.keep(canceled, moved);
    }

    private static Cancellation cancellation(IncomingEvent event, PayableType type) {
        return BookingWords.cancellation(EventData.of(event.data()), type, Traces.of(event));
    }
}
