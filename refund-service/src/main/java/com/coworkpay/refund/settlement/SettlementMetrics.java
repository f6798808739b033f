package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.MeasuredAge;
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

/// What is open now, measured now and then by one statement over the rows that are due, in every process:
///
/// - `coworkpay_refunds_open{status}`, `coworkpay_refunds_open_krw` (live ones: promised and not yet given back)
/// - `coworkpay_refunds_unsettled_oldest_seconds` (in flight, unknown or in attention; grows on while the database is
///   away)
/// - `coworkpay_refunds_attention` (waiting for a person and not final)
/// - `coworkpay_refunds_overdue` (due for longer than any worker should take)
@ApplicationScoped
public class SettlementMetrics {

    private static final List<String> OPEN = List.of("REQUESTED", "IN_FLIGHT", "UNKNOWN", "NEEDS_ATTENTION");

    private static final String MEASURE = """
            select count(*) filter (where r.status = 'REQUESTED') as requested,
                   count(*) filter (where r.status = 'IN_FLIGHT') as in_flight,
                   count(*) filter (where r.status = 'UNKNOWN') as unknown,
                   count(*) filter (where r.status = 'NEEDS_ATTENTION') as needs_attention,
                   coalesce(sum(r.amount_krw) filter (where p.live), 0)::bigint as krw,
                   coalesce(extract(epoch from now() - min(r.unsettled_since)), 0)::float8 as oldest,
                   count(*) filter (where r.attention_at is not null) as attention,
                   count(*) filter (where r.due_at < now() - interval '2 minutes') as overdue
              from refund r join paid_payment p on p.payment_id = r.payment_id where r.due_at is not null""";

    private final Pool pool;
    private final Map<String, AtomicLong> open =
            OPEN.stream().collect(Collectors.toMap(status -> status, _ -> new AtomicLong()));
    private final AtomicLong openKrw = new AtomicLong();
    private final MeasuredAge oldest = new MeasuredAge();
    private final AtomicLong attention = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        open.forEach((status, count) -> meters.gauge("coworkpay.refunds.open", Tags.of("status", status), count));
        meters.gauge("coworkpay.refunds.open.krw", openKrw);
        meters.gauge("coworkpay.refunds.unsettled.oldest.seconds", oldest, MeasuredAge::seconds);
        meters.gauge("coworkpay.refunds.attention", attention);
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
                // While the database is away the last numbers stand.
                .recoverWithNull();
    }

    private void measured(Row row) {
        open.forEach((status, count) -> count.set(row.getLong(status.toLowerCase(Locale.ROOT))));
        openKrw.set(row.getLong("krw"));
        oldest.measured(row.getDouble("oldest"));
        attention.set(row.getLong("attention"));
        overdue.set(row.getLong("overdue"));
    }
}
