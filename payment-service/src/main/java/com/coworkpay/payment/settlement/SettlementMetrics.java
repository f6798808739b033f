package com.coworkpay.payment.settlement;

import com.coworkpay.platform.observability.MeasuredRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

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

    private final MeasuredRow measured;

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        measured = new MeasuredRow(meters, pool, MEASURE)
                .number("krw", "coworkpay.payments.unsettled.krw")
                .age("oldest", "coworkpay.payments.unsettled.oldest.seconds")
                .number("manual_review", "coworkpay.payments.manual.review")
                .number("manual_review_new", "coworkpay.payments.manual.review.new")
                .number("overdue", "coworkpay.payments.overdue");
        for (String status : OPEN) {
            measured.number(status.toLowerCase(Locale.ROOT), "coworkpay.payments.open", Tags.of("status", status));
        }
    }

    @Scheduled(
            identity = "settlement-metrics",
            every = "${coworkpay.payment.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return measured.measure();
    }
}
