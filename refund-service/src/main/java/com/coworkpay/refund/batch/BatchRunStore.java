package com.coworkpay.refund.batch;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes payments of running refund batches, some at a time, and stores what became of them.
@ApplicationScoped
class BatchRunStore {

    /// Of the batch that was not taken from for longest, so many that its refunds which are not over, with what workers
    /// have taken, do not exceed the window by more than what two processes take at the same moment. A refund in
    /// manual
    /// review keeps no place.
    private static final NamedQuery TAKE = NamedQuery.of("""
            with batch as materialized (
              select b.id, w.places
                from refund_batch b cross join lateral (
                  select least(:chunk, :window
                    - (select count(*) from refund r where r.batch_id = b.id
                          and r.status in ('REQUESTED', 'IN_FLIGHT', 'UNKNOWN') and r.manual_review_since is null)
                    - (select count(*) from refund_batch_payment i where i.batch_id = b.id and i.pending
                          and i.leased_until > now()))::integer as places) w
               where b.status = 'RUNNING' and w.places > 0
                 and exists (select from refund_batch_payment i where i.batch_id = b.id and i.pending
                                and i.leased_until <= now() and i.not_before <= now())
               order by b.taken_at nulls first limit 1 for no key update of b skip locked
            ), touched as (
              update refund_batch b set taken_at = now() from batch where b.id = batch.id
              returning row_to_json(b)::text as batch
            ), chosen as materialized (
              select i.batch_id, i.payment_id from refund_batch_payment i
               where i.batch_id = (select id from batch) and i.pending and i.leased_until <= now() and i.not_before <= now()
               order by i.payment_id limit (select places from batch) for no key update skip locked
            ), taken as (
              update refund_batch_payment i set leased_until = now() + make_interval(secs => :lease)
                from chosen c where i.batch_id = c.batch_id and i.payment_id = c.payment_id
              returning i.batch_id, i.payment_id, i.amount_krw
            )
            select t.batch, k.amount_krw, l.ledger::text as ledger, now() as now,
                   exists (select from refund_batch_candidate c
                            where c.batch_id = k.batch_id and c.payment_id = k.payment_id) as is_candidate
              from touched t cross join taken k join ledger l on l.payment_id = k.payment_id""");

    private static final NamedQuery STORE = NamedQuery.of("""
            with ended as (
              update refund_batch_payment i set pending = false, left_out = x.left_out, leased_until = '-infinity'
                from jsonb_to_recordset(:ended::jsonb) as x(payment_id uuid, left_out text)
               where i.batch_id = :id and i.payment_id = x.payment_id and i.pending
              returning i.left_out
            ), waiting as (
              update refund_batch_payment i
                 set leased_until = '-infinity', not_before = now() + make_interval(secs => :pause)
               where i.batch_id = :id and i.payment_id = any(:waiting) and i.pending
            ), again as (
              update refund_batch_payment i set leased_until = '-infinity'
               where i.batch_id = :id and i.payment_id = any(:again) and i.pending
            )
            update refund_batch b set version = b.version + 1
             where b.id = :id and exists (select from ended where left_out is not null)""");

    private static final NamedQuery DONE = NamedQuery.of("""
            select b.id, b.location_id
              from refund_batch b
             where b.status in ('RUNNING', 'PAUSED')
               and not exists (select from refund_batch_payment i where i.batch_id = b.id and i.pending)
               and not exists (select from refund r where r.batch_id = b.id
                                  and r.status in ('REQUESTED', 'IN_FLIGHT', 'UNKNOWN') and r.manual_review_since is null)""");

    private static final NamedQuery EXPIRED = NamedQuery.of("""
            select b.id, b.location_id
              from refund_batch b
             where b.status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL') and b.expires_at <= now()""");

    private final Pool pool;
    private final RefundConfig.Batch config;

    BatchRunStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().batch();
    }

    /// Payments of a batch that were taken to be refunded.
    record Chunk(RefundBatch batch, DatabaseTime time, List<Item> items) {}

    /// @param amountKrw that was counted
    /// @param isCandidate it is of the event or day still
    record Item(Ledger ledger, long amountKrw, boolean isCandidate) {
        UUID paymentId() {
            return ledger.payment().paymentId();
        }
    }

    /// What became of the payments of a chunk.
    ///
    /// @param waiting for the end of an earlier refund
    /// @param again their ledgers have changed
    record Results(List<Ended> ended, List<UUID> waiting, List<UUID> again) {
        Results() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /// @param leftOut null: its refund is requested
    record Ended(UUID paymentId, @Nullable LeftOutReason leftOut) {}

    /// None or one chunk.
    Uni<List<Chunk>> take() {
        Parameters values = Parameters.with("chunk", config.chunk())
                .and("window", config.window())
                .and("lease", config.lease());
        return TAKE.run(pool, values).map(BatchRunStore::chunks);
    }

    private static List<Chunk> chunks(RowSet<Row> rows) {
        List<Item> items = new ArrayList<>();
        RefundBatch batch = null;
        DatabaseTime time = null;
        for (Row row : rows) {
            if (batch == null) {
                batch = RowJson.read(row.getString("batch"), RefundBatch.class);
                time = DatabaseTime.of(row);
            }
            items.add(new Item(
                    RowJson.read(row.getString("ledger"), Ledger.class),
                    row.getLong("amount_krw"),
                    row.getBoolean("is_candidate")));
        }
        return batch == null || time == null ? List.of() : List.of(new Chunk(batch, time, items));
    }

    Uni<Void> store(UUID id, Results results) {
        JsonArray ended = new JsonArray();
        results.ended()
                .forEach(each -> ended.add(new JsonObject()
                        .put("payment_id", each.paymentId().toString())
                        .put(
                                "left_out",
                                each.leftOut() == null ? null : each.leftOut().name())));
        Parameters values = Parameters.with("id", id)
                .and("ended", (Object) ended)
                .and("waiting", results.waiting().toArray(UUID[]::new))
                .and("again", results.again().toArray(UUID[]::new))
                .and("pause", config.pause());
        return STORE.run(pool, values).replaceWithVoid();
    }

    record Ref(String locationId, UUID id) {}

    /// Those of whose payments each is over.
    Uni<List<Ref>> done() {
        return refs(DONE);
    }

    /// Those that nobody confirmed or approved in time.
    Uni<List<Ref>> expired() {
        return refs(EXPIRED);
    }

    private Uni<List<Ref>> refs(NamedQuery query) {
        return query.run(pool, Parameters.none()).map(rows -> rows.stream()
                .map(row -> new Ref(row.getString("location_id"), row.getUUID("id")))
                .toList());
    }
}
