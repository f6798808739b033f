package com.coworkpay.refund.comparison;

import com.coworkpay.platform.observability.MeasuredRow;
import com.coworkpay.refund.RefundConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/// What the database has of comparisons, measured regularly in every process, equal in all of them:
///
/// - `coworkpay_comparisons_unexplained` (payments that differ from KakaoPay's order for 15 minutes or longer)
/// - `coworkpay_comparisons_quota_left` (order inquiries of today)
/// - `coworkpay_comparisons_due_oldest_seconds` (grows where the quota is too small)
/// - `coworkpay_comparisons_open` (payments of running comparisons of periods)
@Startup
@ApplicationScoped
class ComparisonMetrics {

    private final MeasuredRow measured;

    ComparisonMetrics(Pool pool, MeterRegistry meters, RefundConfig config) {
        String measure = """
                select (select count(*) from payment_comparison
                         where unexplained_since <= now() - interval '15 minutes') as unexplained,
                       (select %d - case when day = (now() at time zone 'Asia/Seoul')::date then used else 0 end
                          from comparison_quota)::bigint as quota_left,
                       (select coalesce(extract(epoch from now() - min(s.oldest)), 0)
                          from (select (select min(next_compare_at) from payment_comparison
                                         where step = n and next_compare_at is not null) as oldest
                                  from generate_series(0, 10) n) s
                         where s.oldest < now())::float8 as oldest,
                       (select count(*) from comparison c join compared_payment o on o.comparison_id = c.id
                         where c.status = 'RUNNING' and o.outcome is null) as open""".formatted(config.refund().comparison().dailyQuota());
        measured = new MeasuredRow(meters, pool, measure)
                .number("unexplained", "coworkpay.comparisons.unexplained")
                .number("quota_left", "coworkpay.comparisons.quota.left")
                .age("oldest", "coworkpay.comparisons.due.oldest.seconds")
                .number("open", "coworkpay.comparisons.open");
    }

    @Scheduled(
            identity = "comparison-metrics",
            every = "${coworkpay.refund.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return measured.measure();
    }
}
