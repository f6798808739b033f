package com.coworkpay.refund.batch;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.batch.domain.BatchResult;
import com.coworkpay.refund.batch.domain.BatchRule;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The count of refund batches: which payments, and what the rule says of each. A step is a statement, so that after a
/// crash it goes on where it was.
@ApplicationScoped
class BatchCountStore {

    private static final NamedQuery TAKE = NamedQuery.of("""
            update refund_batch b set leased_until = now() + make_interval(secs => :lease)
              from (select id from refund_batch where status = 'COUNTING' and leased_until <= now()
                     order by requested_at limit :max for no key update skip locked) d
             where b.id = d.id
            returning row_to_json(b)::text as batch, now() as now""");

    private static final NamedQuery RELEASE = NamedQuery.of("""
            update refund_batch set leased_until = now() + make_interval(secs => :pause)
             where id = :id and status = 'COUNTING'""");

    private static final NamedQuery BEGIN = NamedQuery.of("""
            update refund_batch b
               set version = b.version + 1, candidates_at = now(), timezone = :timezone::text,
                   from_at = :fromAt::timestamptz, to_at = :toAt::timestamptz
             where b.id = :id and b.status = 'COUNTING' and b.candidates_at is null
            returning row_to_json(b)::text as batch""");

    private static final NamedQuery ADD = NamedQuery.of("""
            insert into refund_batch_payment (batch_id, payment_id)
            select batch_id, payment_id from refund_batch_candidate where batch_id = :id order by payment_id""");

    private static final NamedQuery UNCOUNTED = NamedQuery.of("""
            select l.ledger::text as ledger
              from (select payment_id from refund_batch_payment where batch_id = :id and ledger_version is null
                     order by payment_id limit :chunk) i
              join ledger l on l.payment_id = i.payment_id""");

    private static final NamedQuery COUNTED = NamedQuery.of("""
            with renewed as (
              update refund_batch set leased_until = now() + make_interval(secs => :lease) where id = :id and status = 'COUNTING'
            )
            update refund_batch_payment i
               set ledger_version = x.ledger_version, given_back_krw = x.given_back_krw, amount_krw = x.amount_krw,
                   under_way = x.under_way, left_out = x.left_out, pending = x.left_out is null
              from jsonb_to_recordset(:counted::jsonb) as x(payment_id uuid, ledger_version bigint, given_back_krw bigint,
                amount_krw bigint, under_way boolean, left_out text)
             where i.batch_id = :id and i.payment_id = x.payment_id and i.ledger_version is null""");

    private static final String ONE_OPEN = "refund_batch_one_open";

    private final Pool pool;
    private final RefundConfig.Batch config;

    BatchCountStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().batch();
    }

    /// A batch that is to be counted.
    record Taken(RefundBatch batch, DatabaseTime time) {}

    Uni<List<Taken>> take(int max) {
        return TAKE.run(pool, Parameters.with("lease", config.lease()).and("max", max))
                .map(rows -> rows.stream()
                        .map(row -> new Taken(
                                RowJson.read(row.getString("batch"), RefundBatch.class), DatabaseTime.of(row)))
                        .toList());
    }

    /// It cannot be counted yet.
    Uni<Void> release(UUID id) {
        return RELEASE.run(pool, Parameters.with("id", id).and("pause", config.pause()))
                .replaceWithVoid();
    }

    /// Stores which payments it is about.
    ///
    /// @param zone in which the day begins and ends
    /// @return null where another batch of the event or day is not over, or this one is not to be counted any more
    Uni<@Nullable RefundBatch> begin(RefundBatch batch, @Nullable ZoneId zone) {
        Parameters values = Parameters.with("id", batch.id())
                .and("timezone", zone == null ? null : zone.getId())
                .and("fromAt", begins(batch.day(), zone))
                .and("toAt", begins(batch.day() == null ? null : batch.day().plusDays(1), zone));
        return pool.withTransaction(connection -> BEGIN.run(connection, values)
                        .map(rows -> rows.stream()
                                .findFirst()
                                .map(row -> RowJson.read(row.getString("batch"), RefundBatch.class))
                                .orElse(null))
                        .call(begun -> begun == null
                                ? Uni.createFrom().voidItem()
                                : ADD.run(connection, Parameters.with("id", batch.id()))))
                .onFailure(failure -> UniqueViolation.isOf(ONE_OPEN, failure))
                .recoverWithNull();
    }

    /// The first moment of a day in the zone, which need not be midnight.
    private static @Nullable Object begins(@Nullable LocalDate day, @Nullable ZoneId zone) {
        return day == null || zone == null
                ? null
                : day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    /// Counts some that are not counted.
    ///
    /// @return how many
    Uni<Integer> count(UUID id) {
        return UNCOUNTED
                .run(pool, Parameters.with("id", id).and("chunk", config.chunk()))
                .map(rows -> rows.stream().map(BatchCountStore::ledger).toList())
                .chain(ledgers -> ledgers.isEmpty()
                        ? Uni.createFrom().item(0)
                        : COUNTED.run(
                                        pool,
                                        Parameters.with("id", id)
                                                .and("lease", config.lease())
                                                .and("counted", (Object) rows(ledgers)))
                                .replaceWith(ledgers.size()));
    }

    private static Ledger ledger(Row row) {
        return RowJson.read(row.getString("ledger"), Ledger.class);
    }

    private static JsonArray rows(List<Ledger> ledgers) {
        JsonArray rows = new JsonArray();
        ledgers.forEach(ledger -> rows.add(row(ledger, BatchRule.result(ledger))));
        return rows;
    }

    private static JsonObject row(Ledger ledger, BatchResult result) {
        JsonObject row = new JsonObject()
                .put("payment_id", ledger.payment().paymentId().toString())
                .put("ledger_version", ledger.payment().version())
                .put("given_back_krw", BatchRule.givenBackKrw(ledger, result));
        return switch (result) {
            case BatchResult.Refundable(long amountKrw) ->
                row.put("amount_krw", amountKrw).put("under_way", false);
            case BatchResult.UnderWay(long amountKrw) ->
                row.put("amount_krw", amountKrw).put("under_way", true);
            case BatchResult.LeftOut leftOut ->
                row.put("amount_krw", 0)
                        .put("under_way", false)
                        .put("left_out", leftOut.reason().name());
        };
    }
}
