package com.coworkpay.refund.cancellation.messaging;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.EventTimes;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.refund.cancellation.KeepCancellations;
import com.coworkpay.refund.cancellation.domain.Heard;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.cancellation.domain.Restore;
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
    private final EventTimes times;
    private final KeepCancellations keepCancellations;

    BookingEvents(EventConsumer consumer, EventTimes times, KeepCancellations keepCancellations) {
        this.consumer = consumer;
        this.times = times;
        this.keepCancellations = keepCancellations;
    }

    @Incoming("booking-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch("refund-service/bookings", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        List<Heard> canceled = new ArrayList<>();
        List<Move> moved = new ArrayList<>();
        List<Restore> restored = new ArrayList<>();
        for (IncomingEvent event : events) {
            BookingEvent told = BookingEvent.read(event);
            times.check(told, event);
            switch (told) {
                case BookingCancelled cancellation -> canceled.add(heard(cancellation, event));
                case BookingMoved move -> moved.add(BookingWords.move(move));
                case BookingRestored restore -> restored.add(BookingWords.restore(restore));
            }
        }
        return keepCancellations.keep(canceled, moved, restored);
    }

    private Heard heard(BookingCancelled told, IncomingEvent event) {
        return new Heard(
                BookingWords.cancellation(told, Traces.of(event)),
                event.time(),
                times.byEvent(told.cancelledAt(), event.time(), event.timed()).orElse(null));
    }
}
