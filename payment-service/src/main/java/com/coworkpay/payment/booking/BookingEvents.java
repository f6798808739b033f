package com.coworkpay.payment.booking;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.EventTimes;
import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears what the booking system cancels and takes back.
@ApplicationScoped
class BookingEvents {
    private static final String CONSUMER = "payment-booking-events";

    private final EventConsumer consumer;
    private final EventTimes times;
    private final HearCancellations hearCancellations;
    private final RestoredPayables restored;
    private final SetAsideCounter setAside;

    BookingEvents(
            EventConsumer consumer,
            EventTimes times,
            HearCancellations hearCancellations,
            RestoredPayables restored,
            SetAsideCounter setAside) {
        this.consumer = consumer;
        this.times = times;
        this.hearCancellations = hearCancellations;
        this.restored = restored;
        this.setAside = setAside;
    }

    @Incoming("booking-events")
    Uni<Void> hear(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::handle);
    }

    /// What was taken back first: then nothing pending is cancelled for a cancellation that does not stand any more.
    private Uni<Void> handle(List<IncomingEvent> batch) {
        List<PayableCanceled> canceled = new ArrayList<>();
        List<BookingRestored> takenBack = new ArrayList<>();
        for (IncomingEvent event : batch) {
            BookingEvent told = BookingEvent.read(event);
            times.check(told, event);
            switch (told) {
                case BookingCancelled cancellation ->
                    believed(cancellation, event).ifPresent(canceled::add);
                case BookingRestored restore -> takenBack.add(restore);
                // Said to others: it changes nothing about what is pending.
                case BookingMoved _ -> {}
            }
        }
        return restored.keep(takenBack).chain(() -> hearCancellations.hear(canceled));
    }

    private Optional<PayableCanceled> believed(BookingCancelled told, IncomingEvent event) {
        PayableCanceled canceled = PayableCanceled.of(told, event.traceparent());
        Optional<SetAsideReason> reason = times.byEvent(told.cancelledAt(), event.time(), event.timed());
        reason.ifPresent(why -> setAside.count(canceled, why));
        return reason.isPresent() ? Optional.empty() : Optional.of(canceled);
    }
}
