package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Cancels what is pending of a cancelled event's tickets. Nothing of it is stored: a payment that begins later, or was
/// being approved, is not refused. Once it is paid, refund-service shows it among the later payments of its batch.
@ApplicationScoped
class CancelPaymentsOfEvents {

    private static final int CHUNK = 100;

    private static final NamedQuery PENDING = NamedQuery.of("""
            select %s, now() as now
              from payment p
             where p.location_id = :locationId and p.event_id = :eventId::text and p.status in ('CREATED', 'WAITING')
             order by p.id limit :chunk""".formatted(PaymentSnapshot.columns("p")));

    private final Pool pool;
    private final PaymentStore payments;

    CancelPaymentsOfEvents(Pool pool, PaymentStore payments) {
        this.pool = pool;
        this.payments = payments;
    }

    /// Repeatable: a second delivery finds nothing pending.
    Uni<Void> cancel(List<CanceledEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::cancel)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> cancel(CanceledEvent event) {
        Parameters values = Parameters.with("locationId", event.locationId())
                .and("eventId", event.eventId())
                .and("chunk", CHUNK);
        return PENDING.run(pool, values)
                .map(rows -> rows.stream().map(PaymentSnapshot::of).toList())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                each -> payments.cancelPending(each, Reason.PAYABLE_CANCELED, event.traceparent()))
                        .collect()
                        .asList()
                        .chain(() -> found.size() == CHUNK
                                ? cancel(event)
                                : Uni.createFrom().voidItem()));
    }
}
