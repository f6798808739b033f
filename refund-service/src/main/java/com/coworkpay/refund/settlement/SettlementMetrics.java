package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.AgeGauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// What is open now, measured regularly by one statement over the rows that are due, in every process:
///
/// - `coworkpay_refunds_open{status}`, `coworkpay_refunds_open_krw` (live ones: decided and not yet refunded)
/// - `coworkpay_refunds_unsettled_oldest_seconds` (in flight or unknown, and not in manual review, so that one in
///   manual review hides no other; keeps growing while the database is unavailable)
/// - `coworkpay_refunds_manual_review` (in manual review), `coworkpay_refunds_manual_review_new` (of these, since less
///   than 15 minutes: so a second one fires the alert while the first is still open)
/// - `coworkpay_refunds_overdue` (due for longer than any worker should take)
@ApplicationScoped
class SettlementMetrics {

    private static final List<String> OPEN = List.of("REQUESTED", "IN_FLIGHT", "UNKNOWN");

    private static final String MEASURE = """
            select count(*) filter (where r.status = 'REQUESTED') as requested,
                   count(*) filter (where r.status = 'IN_FLIGHT') as in_flight,
                   count(*) filter (where r.status = 'UNKNOWN') as unknown,
                   coalesce(sum(r.amount_krw) filter (where p.live and r.status in ('REQUESTED', 'IN_FLIGHT', 'UNKNOWN')),
                     0)::bigint as krw,
                   coalesce(extract(epoch from now() - min(r.unsettled_since) filter (
                     where r.status in ('IN_FLIGHT', 'UNKNOWN') and r.manual_review_since is null)), 0)::float8 as oldest,
                   count(*) filter (where r.manual_review_since is not null) as manual_review,
                   count(*) filter (where r.manual_review_since > now() - interval '15 minutes') as manual_review_new,
                   count(*) filter (where r.next_check_at < now() - interval '2 minutes'
                     and not (r.status = 'REQUESTED' and r.manual_review_reason is not distinct from 'SAME_AMOUNT_OUTSIDE'))
                     as overdue
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where r.next_check_at is not null or r.manual_review_since is not null""";

    private final Pool pool;
    private final Map<String, AtomicLong> open =
            OPEN.stream().collect(Collectors.toMap(status -> status, _ -> new AtomicLong()));
    private final AtomicLong openKrw = new AtomicLong();
    private final AgeGauge oldest = new AgeGauge();
    private final AtomicLong manualReview = new AtomicLong();
    private final AtomicLong manualReviewNew = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        open.forEach((status, count) -> meters.gauge("coworkpay.refunds.open", Tags.of("status", status), count));
        meters.gauge("coworkpay.refunds.open.krw", openKrw);
        meters.gauge("coworkpay.refunds.unsettled.oldest.seconds", oldest, AgeGauge::seconds);
        meters.gauge("coworkpay.refunds.manual.review", manualReview);
        meters.gauge("coworkpay.refunds.manual.review.new", manualReviewNew);
        meters.gauge("coworkpay.refunds.overdue", overdue);
    }

    @Scheduled(
            identity = "settlement-metrics",
            every = "${coworkpay.refund.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(MEASURE)
                .execute()
                .invoke(rows -> measured(rows.iterator().next()))
                .replaceWithVoid()
                .onFailure()
                // While the database is unavailable, the gauges keep their last values.
                .recoverWithNull();
    }

    private void measured(Row row) {
        open.forEach((status, count) -> count.set(row.getLong(status.toLowerCase(Locale.ROOT))));
        openKrw.set(row.getLong("krw"));
        oldest.measured(row.getDouble("oldest"));
        manualReview.set(row.getLong("manual_review"));
        manualReviewNew.set(row.getLong("manual_review_new"));
        overdue.set(row.getLong("overdue"));
    }
}
