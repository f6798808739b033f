package com.coworkpay.payment.settlement;

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

/// What is open now, measured regularly by one statement over the rows with a next check, in every process:
///
/// - `coworkpay_payments_open{status}`, `coworkpay_payments_unsettled_krw` (live ones, approving or unknown)
/// - `coworkpay_payments_unsettled_oldest_seconds` (approving or unknown, and not yet in manual review; grows on while
///   the database is unavailable)
/// - `coworkpay_payments_manual_review` (in manual review and not settled, contradicted ends included), and of these
///   `coworkpay_payments_manual_review_new` (since less than a quarter of an hour), so that old cases do not hide a new
///   one from the alert
/// - `coworkpay_payments_overdue` (due for longer than any worker should take)
@ApplicationScoped
class SettlementMetrics {

    private static final List<String> OPEN = List.of("CREATED", "WAITING", "APPROVING", "UNKNOWN");

    private static final String MEASURE = """
            select count(*) filter (where status = 'CREATED') as created,
                   count(*) filter (where status = 'WAITING') as waiting,
                   count(*) filter (where status = 'APPROVING') as approving,
                   count(*) filter (where status = 'UNKNOWN') as unknown,
                   coalesce(sum(total_krw) filter (where live and status in ('APPROVING', 'UNKNOWN')), 0)::bigint as krw,
                   coalesce(extract(epoch from now() - min(unsettled_since)
                            filter (where status in ('APPROVING', 'UNKNOWN') and manual_review_since is null)), 0)::float8 as oldest,
                   count(*) filter (where manual_review_since is not null
                                      and (status in ('WAITING', 'APPROVING', 'UNKNOWN')
                                           or unsettled_since is not null)) as manual_review,
                   count(*) filter (where manual_review_since > now() - interval '15 minutes'
                                      and (status in ('WAITING', 'APPROVING', 'UNKNOWN')
                                           or unsettled_since is not null)) as manual_review_new,
                   count(*) filter (where next_check_at < now() - interval '2 minutes') as overdue
              from payment where next_check_at is not null""";

    private final Pool pool;
    private final Map<String, AtomicLong> open =
            OPEN.stream().collect(Collectors.toMap(status -> status, _ -> new AtomicLong()));
    private final AtomicLong unsettledKrw = new AtomicLong();
    private final AgeGauge oldest = new AgeGauge();
    private final AtomicLong manualReview = new AtomicLong();
    private final AtomicLong manualReviewNew = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        open.forEach((status, count) -> meters.gauge("coworkpay.payments.open", Tags.of("status", status), count));
        meters.gauge("coworkpay.payments.unsettled.krw", unsettledKrw);
        meters.gauge("coworkpay.payments.unsettled.oldest.seconds", oldest, AgeGauge::seconds);
        meters.gauge("coworkpay.payments.manual.review", manualReview);
        meters.gauge("coworkpay.payments.manual.review.new", manualReviewNew);
        meters.gauge("coworkpay.payments.overdue", overdue);
    }

    @Scheduled(
            identity = "settlement-metrics",
            every = "${coworkpay.payment.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(MEASURE)
                .execute()
                .invoke(rows -> measured(rows.iterator().next()))
                .replaceWithVoid()
                .onFailure()
                // While the database is unavailable the last numbers are kept.
                .recoverWithNull();
    }

    private void measured(Row row) {
        open.forEach((status, count) -> count.set(row.getLong(status.toLowerCase(Locale.ROOT))));
        unsettledKrw.set(row.getLong("krw"));
        oldest.measured(row.getDouble("oldest"));
        manualReview.set(row.getLong("manual_review"));
        manualReviewNew.set(row.getLong("manual_review_new"));
        overdue.set(row.getLong("overdue"));
    }
}
