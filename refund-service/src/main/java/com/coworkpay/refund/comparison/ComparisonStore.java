package com.coworkpay.refund.comparison;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores comparisons of periods, with the payments of each, and reads them.
@ApplicationScoped
class ComparisonStore {

    private static final RowReader<StoredComparison> READER =
            RowReader.of(MethodHandles.lookup(), StoredComparison.class);
    private static final RowReader<ComparedPayment> RESULTS =
            RowReader.of(MethodHandles.lookup(), ComparedPayment.class);

    /// With each payment that is known to be paid by now.
    private static final NamedQuery CREATE = NamedQuery.of("""
            with chosen as materialized (
              select payment_id from paid_payment
               where location_id = :locationId and approved_at >= :fromAt and approved_at < :toAt
            ), created as (
              insert into comparison (id, location_id, from_day, to_day, timezone, status, payments, requested_by,
                idempotency_key, request_hash, requested_at)
              select :id, :locationId, :fromDay, :toDay, :timezone, 'RUNNING', (select count(*) from chosen),
                :requestedBy, :idempotencyKey, :requestHash::text::bytea, now()
              returning id
            )
            insert into compared_payment (comparison_id, payment_id)
            select created.id, chosen.payment_id from created cross join chosen order by chosen.payment_id""");

    private static final NamedQuery EARLIER = NamedQuery.of("""
            select id, request_hash::text as request_hash from comparison
             where requested_by = :requestedBy and idempotency_key = :idempotencyKey""");

    private static final NamedQuery STOP = NamedQuery.of("""
            update comparison set status = 'STOPPED', finished_at = now(), stopped_by = :stoppedBy
             where location_id = :locationId and id = :id and status = 'RUNNING'""");

    private static final NamedQuery FINISH = NamedQuery.of("""
            update comparison c set status = 'DONE', finished_at = now()
             where c.status = 'RUNNING'
               and not exists (select from compared_payment o where o.comparison_id = c.id and o.outcome is null)""");

    private static final String SELECT = """
            select c.id, c.status, c.from_day, c.to_day, c.timezone, c.requested_by, c.requested_at, c.finished_at,
                   c.stopped_by, c.payments, s.*
              from comparison c cross join lateral (
                select count(o.outcome) as compared, count(*) filter (where o.outcome = 'MATCHING') as matching,
                       count(*) filter (where o.outcome = 'RECORDED') as recorded,
                       coalesce(sum(o.outside_krw), 0)::bigint as outside_krw,
                       coalesce(sum(o.late_krw), 0)::bigint as late_krw,
                       count(*) filter (where o.outcome = 'UNEXPLAINED') as unexplained,
                       count(*) filter (where o.outcome = 'REFUND_UNDER_WAY') as under_way,
                       count(*) filter (where o.outcome = 'NO_ANSWER') as no_answer
                  from compared_payment o where o.comparison_id = c.id) s
             where c.location_id = :locationId""";

    private static final NamedQuery ONE = NamedQuery.of(SELECT + " and c.id = :id");

    private static final NamedQuery PAGE = NamedQuery.of(SELECT + """

             and (:at::timestamptz is null or (c.requested_at, c.id) < (:at::timestamptz, :id::uuid))
             order by c.requested_at desc, c.id desc limit :max""");

    private static final NamedQuery DIFFERENT = NamedQuery.of("""
            select p.payment_id, p.description, p.approved_at, p.total_krw, o.outcome, o.outside_krw, o.late_krw,
                   o.missing_krw, o.answer, o.compared_at
              from compared_payment o join paid_payment p on p.payment_id = o.payment_id
             where o.comparison_id = :comparisonId and o.outcome <> 'MATCHING'
               and (:at::timestamptz is null or (o.compared_at, o.payment_id) > (:at::timestamptz, :id::uuid))
             order by o.compared_at, o.payment_id limit :max""");

    private static final NamedQuery UNEXPLAINED = NamedQuery.of("""
            select p.payment_id, p.description, p.approved_at, p.total_krw, c.outcome, c.outside_krw, c.late_krw,
                   c.missing_krw, c.answer, c.compared_at
              from payment_comparison c join paid_payment p on p.payment_id = c.payment_id
             where c.unexplained_since is not null and p.location_id = :locationId
               and (:at::timestamptz is null or (c.compared_at, c.payment_id) > (:at::timestamptz, :id::uuid))
             order by c.compared_at, c.payment_id limit :max""");

    private final Pool pool;

    ComparisonStore(Pool pool) {
        this.pool = pool;
    }

    /// A comparison that was requested before with the same key.
    record Earlier(UUID id, String requestHash) {}

    /// Fails with a unique violation where the key was used, or another one of the location is running.
    Uni<Void> create(UUID id, NewComparison comparison) {
        Parameters values = Parameters.with("id", id)
                .and("locationId", comparison.locationId())
                .and("fromDay", comparison.fromDay())
                .and("toDay", comparison.toDay())
                .and("timezone", comparison.zone().getId())
                .and("fromAt", comparison.fromAt().atOffset(ZoneOffset.UTC))
                .and("toAt", comparison.toAt().atOffset(ZoneOffset.UTC))
                .and("requestedBy", comparison.requestedBy())
                .and("idempotencyKey", comparison.idempotencyKey())
                .and("requestHash", comparison.requestHash());
        return CREATE.run(pool, values).replaceWithVoid();
    }

    Uni<Optional<Earlier>> earlier(NewComparison comparison) {
        Parameters values = Parameters.with("requestedBy", comparison.requestedBy())
                .and("idempotencyKey", comparison.idempotencyKey());
        return EARLIER.run(pool, values).map(rows -> rows.stream()
                .findFirst()
                .map(row -> new Earlier(row.getUUID("id"), row.getString("request_hash"))));
    }

    /// Changes nothing if it is over.
    Uni<Void> stop(String locationId, UUID id, String stoppedBy) {
        Parameters values =
                Parameters.with("locationId", locationId).and("id", id).and("stoppedBy", stoppedBy);
        return STOP.run(pool, values).replaceWithVoid();
    }

    Uni<Void> finish() {
        return pool.preparedQuery(FINISH.toString()).execute().replaceWithVoid();
    }

    Uni<Optional<StoredComparison>> one(String locationId, UUID id) {
        return ONE.run(pool, Parameters.with("locationId", locationId).and("id", id))
                .map(rows -> rows.stream().findFirst().map(READER::read));
    }

    /// Newest first.
    Uni<List<StoredComparison>> page(String locationId, PageCursor.@Nullable InTime after, int max) {
        return PAGE.run(pool, place(after, max).and("locationId", locationId))
                .map(rows -> rows.stream().map(READER::read).toList());
    }

    /// Payments that did not match, in the order in which they were compared.
    Uni<List<ComparedPayment>> different(UUID comparisonId, PageCursor.@Nullable InTime after, int max) {
        return DIFFERENT
                .run(pool, place(after, max).and("comparisonId", comparisonId))
                .map(rows -> rows.stream().map(RESULTS::read).toList());
    }

    /// A location's payments that are not explained now.
    Uni<List<ComparedPayment>> unexplained(String locationId, PageCursor.@Nullable InTime after, int max) {
        return UNEXPLAINED
                .run(pool, place(after, max).and("locationId", locationId))
                .map(rows -> rows.stream().map(RESULTS::read).toList());
    }

    private static Parameters place(PageCursor.@Nullable InTime after, int max) {
        return Parameters.with("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .and("id", (Object) (after == null ? null : after.id()))
                .and("max", max);
    }
}
