package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.batch.domain.BatchOutcome;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.ledger.RowJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads refund batches and their payments.
@ApplicationScoped
class BatchReadStore {

    private static final RowReader<StoredBatch.Progress> PROGRESS =
            RowReader.of(MethodHandles.lookup(), StoredBatch.Progress.class);
    private static final RowReader<BatchPayment> PAYMENT = RowReader.of(MethodHandles.lookup(), BatchPayment.class);

    private static final String SELECT = """
            select row_to_json(b)::text as batch, now() as now, b.version + s.refund_versions as version, s.*,
                   (select coalesce(jsonb_object_agg(x.left_out, x.payments), '{}')
                      from (select i.left_out, count(*) as payments from refund_batch_payment i
                             where i.batch_id = b.id and i.left_out is not null group by i.left_out) x)::text as left_out,
                   case when b.counted_at is null then 0 else
                     (select count(*) from refund_batch_candidate c
                       where c.batch_id = b.id and not exists (select from refund_batch_payment i
                              where i.batch_id = b.id and i.payment_id = c.payment_id)) end as later_payments
              from refund_batch b cross join lateral (
                select coalesce(sum(p.refund_version), 0)::bigint as refund_versions,
                       count(*) filter (where p.outcome = 'PENDING' and p.amount_krw > 0 and p.under_way) as under_way,
                       count(*) filter (where p.outcome = 'PENDING' and p.amount_krw > 0) as pending,
                       count(*) filter (where p.outcome = 'REQUESTED') as requested,
                       coalesce(sum(p.refund_krw) filter (where p.outcome = 'REQUESTED'), 0)::bigint as requested_krw,
                       count(*) filter (where p.outcome = 'REFUNDED') as refunded,
                       coalesce(sum(p.refund_krw) filter (where p.outcome = 'REFUNDED'), 0)::bigint as refunded_krw,
                       count(*) filter (where p.outcome = 'FAILED') as failed,
                       coalesce(sum(p.refund_krw) filter (where p.outcome = 'FAILED'), 0)::bigint as failed_krw,
                       count(*) filter (where p.outcome = 'IN_REVIEW') as in_review,
                       coalesce(sum(p.refund_krw) filter (where p.outcome = 'IN_REVIEW'), 0)::bigint as in_review_krw,
                       count(*) filter (where p.outcome = 'STOPPED') as stopped
                  from refund_batch_progress p where p.batch_id = b.id) s
             where b.location_id = :locationId""";

    private static final NamedQuery ONE = NamedQuery.of(SELECT + " and b.id = :id");

    private static final NamedQuery PAGE = NamedQuery.of(SELECT + """

             and (:any or b.status = any(:statuses))
             and (:at::timestamptz is null or (b.requested_at, b.id) < (:at::timestamptz, :id::uuid))
             order by b.requested_at desc, b.id desc limit :max""");

    /// Of one that is being counted there is nothing to show yet.
    private static final NamedQuery PAYMENTS = NamedQuery.of("""
            select p.payment_id, p.description, p.payable_type, p.payable_id, p.approved_at, p.total_krw, i.given_back_krw,
                   case when i.left_out is null then i.amount_krw else 0 end as amount_krw, i.outcome, i.under_way,
                   i.left_out, p.total_krw - p.refunded_krw - p.reserved_krw - p.refunded_elsewhere_krw as balance_krw,
                   i.refund_id, i.refund_krw, i.refund_failure as failure
              from refund_batch_progress i join paid_payment p on p.payment_id = i.payment_id
             where i.batch_id = :batchId and (select b.counted_at is not null from refund_batch b where b.id = :batchId)
               and (:any or i.outcome = any(:outcomes)) and (:after::uuid is null or i.payment_id > :after::uuid)
             order by i.payment_id limit :max""");

    private static final NamedQuery VERSION = NamedQuery.of("""
            select b.version + (select coalesce(sum(r.version), 0) from refund r where r.batch_id = b.id)::bigint as version
              from refund_batch b where b.location_id = :locationId and b.id = :id""");

    private final Pool pool;

    BatchReadStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredBatch>> one(String locationId, UUID id) {
        return ONE.run(pool, Parameters.with("locationId", locationId).and("id", id))
                .map(rows -> rows.stream().findFirst().map(BatchReadStore::stored));
    }

    /// Newest first.
    ///
    /// @param statuses none: any
    Uni<List<StoredBatch>> page(
            String locationId, Collection<BatchStatus> statuses, PageCursor.@Nullable InTime after, int max) {
        Parameters values = Parameters.with("locationId", locationId)
                .and("any", statuses.isEmpty())
                .and("statuses", names(statuses))
                .and("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .and("id", (Object) (after == null ? null : after.id()))
                .and("max", max);
        return PAGE.run(pool, values)
                .map(rows -> rows.stream().map(BatchReadStore::stored).toList());
    }

    /// In the order of their ids.
    ///
    /// @param outcomes none: any
    Uni<List<BatchPayment>> payments(UUID batchId, Collection<BatchOutcome> outcomes, @Nullable UUID after, int max) {
        Parameters values = Parameters.with("batchId", batchId)
                .and("any", outcomes.isEmpty())
                .and("outcomes", names(outcomes))
                .and("after", (Object) after)
                .and("max", max);
        return PAYMENTS.run(pool, values)
                .map(rows -> rows.stream().map(PAYMENT::read).toList());
    }

    /// As of [StoredBatch].
    Uni<Optional<Long>> version(String locationId, UUID id) {
        return VERSION.run(pool, Parameters.with("locationId", locationId).and("id", id))
                .map(rows -> rows.stream().findFirst().map(row -> row.getLong("version")));
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static StoredBatch stored(Row row) {
        Map<LeftOutReason, Long> leftOut = new EnumMap<>(LeftOutReason.class);
        new JsonObject(row.getString("left_out"))
                .forEach(each ->
                        leftOut.put(LeftOutReason.valueOf(each.getKey()), ((Number) each.getValue()).longValue()));
        return new StoredBatch(
                RowJson.read(row.getString("batch"), RefundBatch.class),
                DatabaseTime.of(row),
                row.getLong("version"),
                row.getLong("under_way"),
                leftOut,
                row.getLong("later_payments"),
                PROGRESS.read(row));
    }
}
