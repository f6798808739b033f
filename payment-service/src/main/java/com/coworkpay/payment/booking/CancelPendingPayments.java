package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stores cancellations of payables, a batch by one statement, and cancels the pending payments of these payables.
///
/// Every later claim reads the stored cancellations; payments of earlier claims are cancelled here. An approval and a
/// cancellation at the same moment contend for the payment's row, and the first one wins. A payment that was created
/// while this ran, and was invisible to it, is rejected by the claim of its approval. A payment that is being approved
/// is left alone; refund-service decides about its money. A process that dies in between receives the batch again.
///
/// The same cancellation again, under any event id, changes nothing. One that was restored already is stored, and
/// cancels nothing.
@ApplicationScoped
class CancelPendingPayments {

    private static final NamedQuery STORE = NamedQuery.of("""
            with received as (
              select * from jsonb_to_recordset(:received::jsonb) as h(location_id text, payable_type text, payable_id text,
                       cancellation_id text, canceled_at timestamptz, contents text, released boolean, trace text)
            ), stored as (
              insert into cancellation (location_id, payable_type, payable_id, cancellation_id, canceled_at,
                contents, released)
              select location_id, payable_type, payable_id, cancellation_id, canceled_at, contents,
                     released and exists (select from cancellation c where c.location_id = h.location_id
                       and c.payable_type = h.payable_type and c.payable_id = h.payable_id
                       and c.cancellation_id = h.cancellation_id and not c.released) from received h
               order by location_id, payable_type, payable_id, cancellation_id
              on conflict do nothing
            ), effective as (
              select distinct on (location_id, payable_type, payable_id) * from received h
               where not exists (select from restoration r
                                  where r.location_id = h.location_id and r.payable_type = h.payable_type
                                    and r.payable_id = h.payable_id and r.cancellation_id in ('', h.cancellation_id)
                                    and r.restored_at >= h.canceled_at)
               order by location_id, payable_type, payable_id, canceled_at
            )
            select %s, now() as now, h.trace
              from effective h join payment p on p.location_id = h.location_id and p.payable_type = h.payable_type
                                             and p.payable_id = h.payable_id
             where p.status in ('CREATED', 'WAITING')
             order by p.id""".formatted(PaymentSnapshot.columns("p")));

    private final Pool pool;
    private final PaymentStore payments;

    CancelPendingPayments(Pool pool, PaymentStore payments) {
        this.pool = pool;
        this.payments = payments;
    }

    Uni<Void> cancel(List<CancellationNotice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        notices.forEach(each -> rows.add(row(each)));
        return STORE.run(pool, Parameters.with("received", (Object) rows))
                .map(found -> found.stream().map(Pending::of).toList())
                .onItem()
                .transformToMulti(pending -> Multi.createFrom().iterable(pending))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> payments.cancelPending(each.snapshot, Reason.PAYABLE_CANCELED, each.traceparent))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private record Pending(
            PaymentSnapshot snapshot, @Nullable String traceparent) {
        static Pending of(Row row) {
            return new Pending(PaymentSnapshot.of(row), row.getString("trace"));
        }
    }

    static JsonObject row(CancellationNotice notice) {
        return new JsonObject()
                .put("location_id", notice.payable().locationId())
                .put("payable_type", notice.payable().type())
                .put("payable_id", notice.payable().id())
                .put("cancellation_id", notice.cancellationId())
                .put("canceled_at", notice.canceledAt().toString())
                .put("contents", notice.contents())
                .put("released", notice.released())
                .put("trace", notice.traceparent());
    }
}
