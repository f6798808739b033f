package com.coworkpay.refund.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// `coworkpay_refunds_open` (not final), `coworkpay_refunds_unsettled` and `coworkpay_refunds_unsettled_oldest_seconds`
/// (in flight or unknown), `coworkpay_refunds_attention` (shown to a person and not final), `coworkpay_refunds_overdue`
/// (due for longer than any worker should take): measured now and then by one statement, not by each refund.
@ApplicationScoped
public class SettlementMetrics {

    private static final String MEASURE = """
            select count(*) as open,
                   count(*) filter (where status in ('IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION')) as unsettled,
                   coalesce(extract(epoch from now() - min(unsettled_since)), 0)::float8 as oldest,
                   count(*) filter (where attention_at is not null) as attention,
                   count(*) filter (where due_at < now() - interval '2 minutes') as overdue
              from refund where due_at is not null""";

    private final Pool pool;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong unsettled = new AtomicLong();
    private final AtomicReference<Double> oldestSeconds = new AtomicReference<>(0.0);
    private final AtomicLong attention = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        meters.gauge("coworkpay.refunds.open", open);
        meters.gauge("coworkpay.refunds.unsettled", unsettled);
        meters.gauge("coworkpay.refunds.unsettled.oldest.seconds", oldestSeconds, AtomicReference::get);
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
                .invoke(rows -> {
                    var row = rows.iterator().next();
                    open.set(row.getLong("open"));
                    unsettled.set(row.getLong("unsettled"));
                    oldestSeconds.set(row.getDouble("oldest"));
                    attention.set(row.getLong("attention"));
                    overdue.set(row.getLong("overdue"));
                })
                .replaceWithVoid()
                .onFailure()
                // While the database is away the last numbers stand.
                .recoverWithNull();
    }
}
