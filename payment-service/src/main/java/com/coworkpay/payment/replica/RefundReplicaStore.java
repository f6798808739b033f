package com.coworkpay.payment.replica;

import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.payment.domain.RefundReason;
import com.coworkpay.payment.domain.RefundStatus;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Stores the highest version of each payment's refunds, a batch by one statement. That is all the order and all the
/// deduplication it needs.
///
/// The refunded amount is written to the payment too, where a full refund frees the slot of the payable. It only
/// grows, so that neither a late event nor a second consumer lowers it, and a replay repairs what was missed.
/// Rows are locked in the order of their ids: another batch may have some of them too.
@ApplicationScoped
class RefundReplicaStore {

    private static final NamedQuery UPSERT = NamedQuery.of("""
            with received as (
              select * from jsonb_to_recordset(:received::jsonb)
                as t(payment_id uuid, version bigint, refunded_krw bigint, reserved_krw bigint, refunds jsonb)
            ), stored as (
              insert into refund_replica as c (payment_id, version, refunded_krw, reserved_krw, refunds)
              select payment_id, version, refunded_krw, reserved_krw, refunds from received order by payment_id
              on conflict (payment_id) do update
                 set version = excluded.version, refunded_krw = excluded.refunded_krw,
                     reserved_krw = excluded.reserved_krw, refunds = excluded.refunds, received_at = now()
               where c.version < excluded.version
            ), outdated as materialized (
              select p.id, t.refunded_krw from received t join payment p on p.id = t.payment_id
               where p.refunded_krw < t.refunded_krw
               order by p.id
                 for no key update of p
            )
            update payment p set refunded_krw = b.refunded_krw from outdated b
             where p.id = b.id and p.refunded_krw < b.refunded_krw""");

    private final Pool pool;

    RefundReplicaStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(List<RefundStateV1> states) {
        Map<UUID, RefundStateV1> latest = new HashMap<>();
        states.forEach(each -> latest.merge(each.paymentId(), each, (a, b) -> a.version() < b.version() ? b : a));
        JsonArray rows = new JsonArray();
        latest.values().forEach(each -> rows.add(row(each)));
        return UPSERT.run(pool, Parameters.with("received", (Object) rows)).replaceWithVoid();
    }

    /// Refunded is what KakaoPay refunded and what was refunded another way, as a person confirmed: all of it frees the
    /// payable.
    private static JsonObject row(RefundStateV1 state) {
        JsonArray refunds = new JsonArray();
        state.refunds().forEach(refund -> refunds.add(asThePayerSeesIt(refund)));
        return new JsonObject()
                .put("payment_id", state.paymentId().toString())
                .put("version", state.version())
                .put("refunded_krw", state.refundedKrw() + state.refundedElsewhereKrw())
                .put("reserved_krw", state.reservedKrw())
                .put("refunds", refunds);
    }

    private static JsonObject asThePayerSeesIt(RefundStateV1.Refund refund) {
        return new JsonObject()
                .put("refundId", refund.refundId().toString())
                .put("status", RefundStatus.of(refund.status()).name())
                .put("reason", RefundReason.ofOrigin(refund.origin()).name())
                .put("amountKrw", refund.amountKrw())
                .put("requestedAt", refund.requestedAt())
                .put("refundedAt", refund.canceledAt())
                .put("failedAt", refund.failedAt());
    }
}
