package com.coworkpay.payment.booking;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.persistence.Telling;
import com.coworkpay.platform.outbox.Inbox;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/// Remembers that a payable is cancelled, and cancels what is pending of it, in one transaction with the inbox.
///
/// The first statement of the two is seen by every later claim, the second takes the rows of the earlier ones: an
/// approval and a cancellation at the same moment meet at the payment's row, and whoever has it first wins. A payment
/// that is being approved is left alone; refund-service decides about its money.
@ApplicationScoped
class CancelPayable {

    private static final Statement REMEMBER = Statement.of("""
            insert into payable_cancellation (location_id, payable_type, payable_id, cancellation_id, canceled_at)
            values (:locationId, :payableType, :payableId, :cancellationId, :canceledAt) on conflict do nothing""");

    private static final Statement CANCEL_PENDING =
            Statement.of("""
            with changed as (
              update payment p set status = 'CANCELED', reason = 'PAYABLE_CANCELED', canceled_at = now(),
                     version = version + 1, pg_token = null, unsettled_since = null, looks = 0,
                     due_at = case when approve_claimed_at is not null
                                   then now() + make_interval(secs => :lateLook) end
               where p.location_id = :locationId and p.payable_type = :payableType and p.payable_id = :payableId
                 and p.status in ('CREATED', 'WAITING')
            """ + Telling.RETURNING + """
            ), told as (
            """ + Telling.eventAndNotice("canceled") + """
            )
            select id from changed""");

    private final Pool pool;
    private final Inbox inbox;
    private final OutboxRelay relay;
    private final PaymentConfig config;

    CancelPayable(Pool pool, Inbox inbox, OutboxRelay relay, PaymentConfig config) {
        this.pool = pool;
        this.inbox = inbox;
        this.relay = relay;
        this.config = config;
    }

    Uni<Void> cancel(IncomingEvent event, PayableCanceled canceled) {
        return pool.withTransaction(connection -> inbox.firstTime(connection, BookingEvents.CONSUMER, event.id())
                        .chain(first -> first
                                ? effect(connection, canceled)
                                : Uni.createFrom().voidItem()))
                .invoke(() -> relay.wake());
    }

    private Uni<Void> effect(SqlConnection connection, PayableCanceled canceled) {
        Values remembered = payable(canceled)
                .and("cancellationId", canceled.cancellationId())
                .and("canceledAt", canceled.canceledAt());
        Values pending = payable(canceled)
                .and("lateLook", config.payment().settlement().lateLookAfter())
                .and("traceparent", (Object) Traceparent.current());
        return REMEMBER.run(connection, remembered)
                .chain(() -> CANCEL_PENDING.run(connection, pending))
                .replaceWithVoid();
    }

    private static Values payable(PayableCanceled canceled) {
        return Values.with("locationId", canceled.locationId())
                .and("payableType", canceled.type().name())
                .and("payableId", canceled.payableId());
    }
}
