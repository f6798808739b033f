package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.MeasuredRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/// What is open now, measured regularly by one statement over the rows that are due, in every process:
///
/// - `coworkpay_refunds_open{status}`, `coworkpay_refunds_open_krw` (live ones: decided and not yet refunded)
/// - `coworkpay_refunds_unsettled_oldest_seconds` (in flight or unknown, and not in manual review, so that one in
///   manual review hides no other; keeps growing while the database is unavailable)
/// - `coworkpay_refunds_manual_review` (in manual review), `coworkpay_refunds_manual_review_new` (of these, since less
///   than 15 minutes: so a second one fires the alert while the first is still open)
/// - `coworkpay_refunds_approval_expiring` (wait for approval, and expire within a day)
/// - `coworkpay_refunds_overdue` (due for longer than any worker should take)
@ApplicationScoped
class SettlementMetrics {

    private static final List<String> OPEN = List.of("REQUESTED", "AWAITING_APPROVAL", "IN_FLIGHT", "UNKNOWN");

    private static final String MEASURE = """
            select count(*) filter (where r.status = 'REQUESTED') as requested,
                   count(*) filter (where r.status = 'AWAITING_APPROVAL') as awaiting_approval,
                   count(*) filter (where r.status = 'AWAITING_APPROVAL'
                     and r.next_check_at < now() + interval '1 day') as approval_expiring,
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

    private final MeasuredRow measured;

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        measured = new MeasuredRow(meters, pool, MEASURE)
                .number("krw", "coworkpay.refunds.open.krw")
                .age("oldest", "coworkpay.refunds.unsettled.oldest.seconds")
                .number("manual_review", "coworkpay.refunds.manual.review")
                .number("manual_review_new", "coworkpay.refunds.manual.review.new")
                .number("approval_expiring", "coworkpay.refunds.approval.expiring")
                .number("overdue", "coworkpay.refunds.overdue");
        for (String status : OPEN) {
            measured.number(status.toLowerCase(Locale.ROOT), "coworkpay.refunds.open", Tags.of("status", status));
        }
    }

    @Scheduled(
            identity = "settlement-metrics",
            every = "${coworkpay.refund.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return measured.measure();
    }
}
