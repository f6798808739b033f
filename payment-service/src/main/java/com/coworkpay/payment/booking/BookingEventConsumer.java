package com.coworkpay.payment.booking;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.DayClosed;
import com.coworkpay.contracts.EventCancelled;
import com.coworkpay.contracts.EventTimes;
import com.coworkpay.contracts.ScheduleChanged;
import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Consumes cancellations and restores of the booking system.
@ApplicationScoped
class BookingEventConsumer implements EventHandlers {
    private static final String CONSUMER = "payment-booking-events";

    private final EventConsumer consumer;
    private final EventTimes times;
    private final ApplyCancellations applyCancellations;
    private final BookingRestoreStore restores;
    private final CancelPaymentsOfEvents cancelOfEvents;
    private final SetAsideMetrics setAside;

    BookingEventConsumer(
            EventConsumer consumer,
            EventTimes times,
            ApplyCancellations applyCancellations,
            BookingRestoreStore restores,
            CancelPaymentsOfEvents cancelOfEvents,
            SetAsideMetrics setAside) {
        this.consumer = consumer;
        this.times = times;
        this.applyCancellations = applyCancellations;
        this.restores = restores;
        this.cancelOfEvents = cancelOfEvents;
        this.setAside = setAside;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("booking-events", this::handle);
    }

    @Incoming("booking-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::handle);
    }

    /// Restores first: then nothing pending is cancelled for a cancellation that has been restored.
    private Uni<Void> handle(List<IncomingEvent> batch) {
        List<CancellationNotice> canceled = new ArrayList<>();
        List<BookingRestored> restored = new ArrayList<>();
        List<CanceledEvent> events = new ArrayList<>();
        for (IncomingEvent event : batch) {
            BookingEvent bookingEvent = BookingEvent.read(event);
            times.check(bookingEvent, event);
            switch (bookingEvent) {
                case BookingCancelled cancellation ->
                    plausible(cancellation, event).ifPresent(canceled::add);
                case BookingRestored restore -> restored.add(restore);
                case EventCancelled whole -> events.add(CanceledEvent.of(whole, event.traceparent()));
                // For other consumers: it changes nothing about what is pending. What starts on a closed day is not
                // known
                // here without the location's zone; the booking system cancels what is not paid.
                case BookingMoved _, ScheduleChanged _, DayClosed _ -> {}
            }
        }
        return restores.store(restored)
                .chain(() -> applyCancellations.apply(canceled))
                .chain(() -> cancelOfEvents.cancel(events));
    }

    private Optional<CancellationNotice> plausible(BookingCancelled cancellation, IncomingEvent event) {
        CancellationNotice canceled = CancellationNotice.of(cancellation, event.traceparent());
        Optional<SetAsideReason> reason = times.byEvent(cancellation.cancelledAt(), event.time(), event.timed());
        reason.ifPresent(why -> setAside.count(canceled, why));
        return reason.isPresent() ? Optional.empty() : Optional.of(canceled);
    }
}
