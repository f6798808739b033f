package com.coworkpay.payment.booking;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Stores cancellations of payables, and cancels the pending payments of these payables: a batch by one statement.
///
/// Every later claim reads the stored cancellations; payments of earlier claims are cancelled here. An approval and a
/// cancellation at the same moment contend for the payment's row, and the first one wins. A payment that was created
/// while this ran, and was invisible to it, is rejected by the claim of its approval. A payment that is being approved
/// is left alone; refund-service decides about its money. Rows are locked in the order of their ids: another batch may
/// have some of them too.
///
/// The same cancellation again, under any event id, changes nothing. One that was restored already is stored, and
/// cancels nothing.
@ApplicationScoped
class CancelPendingPayments {

    private static final NamedQuery CANCEL =
            NamedQuery.of("""
            with received as (
              select * from jsonb_to_recordset(:received::jsonb) as h(location_id text, payable_type text, payable_id text,
                       cancellation_id text, canceled_at timestamptz, contents text, released boolean, traceparent text)
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
            ), pending as materialized (
              select p.id, h.traceparent
                from effective h join payment p on p.location_id = h.location_id and p.payable_type = h.payable_type
                                           and p.payable_id = h.payable_id
               where p.status in ('CREATED', 'WAITING')
               order by p.id
                 for no key update of p
            ), changed as (
              update payment p set status = 'CANCELED', reason = 'PAYABLE_CANCELED', canceled_at = now(),
                     version = version + 1, pg_token = null, unsettled_since = null, check_attempts = 0,
                     next_check_at = case when approve_claimed_at is not null
                                   then now() + make_interval(secs => :lateInquiryAfter) end
                from pending h
               where p.id = h.id and p.status in ('CREATED', 'WAITING')
            """ + OutboxSql.returning("coalesce(h.traceparent, p.traceparent)") + """
            ), published as (
            """
                    + OutboxSql.eventAndNotice("canceled") + """
            )
            select id from changed""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final PaymentConfig config;

    CancelPendingPayments(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.config = config;
    }

    Uni<Void> cancel(List<CancellationNotice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        notices.forEach(each -> rows.add(row(each)));
        Parameters values = Parameters.with("received", (Object) rows)
                .and("lateInquiryAfter", config.payment().settlement().lateInquiryAfter())
                // Each row has its own.
                .and("traceparent", (Object) null);
        return CANCEL.run(pool, values)
                .invoke(canceled -> {
                    if (canceled.rowCount() > 0) {
                        metrics.count(PaymentStatus.CANCELED, Reason.PAYABLE_CANCELED, canceled.rowCount());
                        relay.wake();
                    }
                })
                .replaceWithVoid();
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
                .put("traceparent", notice.traceparent());
    }
}
