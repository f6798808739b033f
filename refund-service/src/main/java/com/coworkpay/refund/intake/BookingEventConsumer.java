package com.coworkpay.refund.intake;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.DayClosed;
import com.coworkpay.contracts.EventCancelled;
import com.coworkpay.contracts.EventTimes;
import com.coworkpay.contracts.ScheduleChanged;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.refund.batch.NewBatch;
import com.coworkpay.refund.batch.StartBatches;
import com.coworkpay.refund.cancellation.ReceivedCancellation;
import com.coworkpay.refund.cancellation.StoreCancellations;
import com.coworkpay.refund.cancellation.TraceParents;
import com.coworkpay.refund.schedule.ChangeSchedule;
import com.coworkpay.refund.schedule.NewSchedule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// The booking system's events (docs/contracts/asyncapi.yaml): the inbound contract of refunds.
@ApplicationScoped
class BookingEventConsumer implements EventHandlers {

    private final EventConsumer consumer;
    private final EventTimes times;
    private final StoreCancellations storeCancellations;
    private final ChangeSchedule changeSchedule;
    private final StartBatches startBatches;

    BookingEventConsumer(
            EventConsumer consumer,
            EventTimes times,
            StoreCancellations storeCancellations,
            ChangeSchedule changeSchedule,
            StartBatches startBatches) {
        this.consumer = consumer;
        this.times = times;
        this.storeCancellations = storeCancellations;
        this.changeSchedule = changeSchedule;
        this.startBatches = startBatches;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("booking-events", this::handle);
    }

    @Incoming("booking-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch("refund-service/bookings", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        List<ReceivedCancellation> canceled = new ArrayList<>();
        List<BookingMoved> rescheduled = new ArrayList<>();
        List<BookingRestored> restored = new ArrayList<>();
        List<NewSchedule> schedules = new ArrayList<>();
        List<NewBatch> batches = new ArrayList<>();
        for (IncomingEvent event : events) {
            BookingEvent bookingEvent = BookingEvent.read(event);
            times.check(bookingEvent, event);
            switch (bookingEvent) {
                case BookingCancelled cancellation -> canceled.add(received(cancellation, event));
                case BookingMoved rescheduling -> rescheduled.add(rescheduling);
                case BookingRestored restoration -> restored.add(restoration);
                case ScheduleChanged schedule -> schedules.add(NewSchedule.of(schedule));
                case EventCancelled whole -> batches.add(NewBatch.of(whole, TraceParents.of(event)));
                case DayClosed day -> batches.add(NewBatch.of(day, TraceParents.of(event)));
            }
        }
        // Hours first: what comes with them may be decided by them. Batches last: they count what was moved with them.
        return changeSchedule
                .change(schedules)
                .chain(() -> storeCancellations.store(canceled, rescheduled, restored))
                .chain(() -> startBatches.start(batches));
    }

    private ReceivedCancellation received(BookingCancelled cancellation, IncomingEvent event) {
        return new ReceivedCancellation(
                cancellation,
                event.time(),
                times.byEvent(cancellation.cancelledAt(), event.time(), event.timed())
                        .orElse(null),
                TraceParents.of(event));
    }
}
