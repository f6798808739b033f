package com.coworkpay.refund.comparison;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.ComparisonTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes payments to be compared, each with a place of the day's quota.
@ApplicationScoped
class DueComparisonStore {

    private static final RowReader<DueComparison> READER = RowReader.of(MethodHandles.lookup(), DueComparison.class);

    /// Those with a requested refund first, then the young ones: of each step those that are due longest.
    private static final NamedQuery TAKE = NamedQuery.of(QuotaSql.PACED + """
            chosen as materialized (
              select payment_id from (
                select c.payment_id, -1 as step, c.next_compare_at
                  from refund r join comparable_payment c on c.payment_id = r.payment_id
                 where r.next_check_at is not null and r.status = 'REQUESTED' and c.next_compare_at <= now()
                   and (select places from room) > 0
                union all
                select c.payment_id, s.step, c.next_compare_at
                  from generate_series(0, :lastStep::integer) s(step)
                 cross join lateral (select payment_id, next_compare_at from comparable_payment
                                      where step = s.step and next_compare_at <= now()
                                      order by next_compare_at limit (select places from room)) c) likeliest
               group by payment_id order by min(step), min(next_compare_at) limit (select places from room)
            ), held as materialized (
              select payment_id from payment_comparison
               where payment_id in (select payment_id from chosen) and next_compare_at <= now()
                 for no key update skip locked
            ), taken as (
              update payment_comparison c
                 set next_compare_at = now() + make_interval(secs => :lease), last_taken_at = now()
                from held h join paid_payment p on p.payment_id = h.payment_id
               where c.payment_id = h.payment_id
              returning c.payment_id, p.merchant_account_id, p.approved_at, c.step::integer as step,
                        c.unexplained_since, now() as taken_at, null::uuid as comparison_id, 1 as attempts
            )""" + QuotaSql.SPENT_PACED);

    /// Of each running comparison in turn. Not of merchant accounts that are left alone for now.
    private static final NamedQuery TAKE_REQUESTED = NamedQuery.of(QuotaSql.REQUESTED + """
            chosen as materialized (
              select i.comparison_id, i.payment_id
                from comparison c
               cross join lateral (
                 select o.comparison_id, o.payment_id, row_number() over (order by o.payment_id) as turn
                   from compared_payment o join paid_payment p on p.payment_id = o.payment_id
                  where o.comparison_id = c.id and o.outcome is null and o.leased_until <= now()
                    and not exists (select from comparison_pause s
                                     where s.merchant_account_id = p.merchant_account_id and s.until > now())
                  order by o.payment_id limit (select places from room)) i
               where c.status = 'RUNNING' order by i.turn, c.requested_at limit (select places from room)
            ), held as materialized (
              select comparison_id, payment_id from compared_payment
               where (comparison_id, payment_id) in (select comparison_id, payment_id from chosen)
                 and outcome is null and leased_until <= now()
                 for no key update skip locked
            ), taken as (
              update compared_payment o
                 set leased_until = now() + make_interval(secs => :lease), attempts = o.attempts + 1,
                     taken_at = coalesce(o.taken_at, now())
                from held h
                join paid_payment p on p.payment_id = h.payment_id
                join payment_comparison c on c.payment_id = h.payment_id
               where o.comparison_id = h.comparison_id and o.payment_id = h.payment_id
              returning o.payment_id, p.merchant_account_id, p.approved_at, c.step::integer as step,
                        c.unexplained_since, o.taken_at, o.comparison_id, o.attempts
            )""" + QuotaSql.SPENT_REQUESTED);

    /// One, for a person, whenever it is due.
    private static final NamedQuery TAKE_ONE = NamedQuery.of(QuotaSql.REQUESTED + """
            taken as (
              update payment_comparison c set last_taken_at = now()
                from room r cross join paid_payment p
               where c.payment_id = :paymentId and p.payment_id = c.payment_id and p.location_id = :locationId
                 and r.places > 0
                 and (c.last_taken_at is null or c.last_taken_at <= now() - make_interval(secs => :pause))
              returning c.payment_id, p.merchant_account_id, p.approved_at, c.step::integer as step,
                        c.unexplained_since, now() as taken_at, null::uuid as comparison_id, 1 as attempts
            )""" + QuotaSql.SPENT_REQUESTED);

    private static final NamedQuery WHY_NOT_TAKEN = NamedQuery.of("""
            select coalesce(c.last_taken_at > now() - make_interval(secs => :pause), false) as just_now,
                   extract(epoch from (((now() at time zone 'Asia/Seoul')::date + 1)::timestamp at time zone 'Asia/Seoul')
                     - now())::bigint as until_tomorrow
              from payment_comparison c join paid_payment p on p.payment_id = c.payment_id
             where c.payment_id = :paymentId and p.location_id = :locationId""");

    private final Pool pool;
    private final RefundConfig.Comparison config;

    DueComparisonStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().comparison();
    }

    /// Why a payment was not taken for a person.
    ///
    /// @param untilTomorrow until the day's quota begins again
    record NotTaken(boolean justNow, Duration untilTomorrow) {}

    /// What a person requested goes first.
    ///
    /// @param max how many are taken
    Uni<List<DueComparison>> take(int max) {
        return TAKE_REQUESTED
                .run(pool, QuotaSql.values(config, max).and("lease", config.lease()))
                .map(DueComparisonStore::all)
                .chain(requested -> requested.isEmpty()
                        ? TAKE.run(
                                        pool,
                                        QuotaSql.values(config, max)
                                                .and("lease", config.lease())
                                                .and("lastStep", ComparisonTimes.LAST_STEP))
                                .map(DueComparisonStore::all)
                        : Uni.createFrom().item(requested));
    }

    /// @param pause since it was taken last
    Uni<Optional<DueComparison>> takeOne(String locationId, UUID paymentId, Duration pause) {
        return TAKE_ONE.run(
                        pool,
                        QuotaSql.values(config, 1)
                                .and("paymentId", paymentId)
                                .and("locationId", locationId)
                                .and("pause", pause))
                .map(rows -> all(rows).stream().findFirst());
    }

    /// Empty if no such payment is known to be paid at this location.
    Uni<Optional<NotTaken>> whyNotTaken(String locationId, UUID paymentId, Duration pause) {
        return WHY_NOT_TAKEN
                .run(
                        pool,
                        Parameters.with("paymentId", paymentId)
                                .and("locationId", locationId)
                                .and("pause", pause))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new NotTaken(
                                row.getBoolean("just_now"), Duration.ofSeconds(row.getLong("until_tomorrow")))));
    }

    private static List<DueComparison> all(RowSet<Row> rows) {
        return rows.stream().map(READER::read).toList();
    }
}
