package com.coworkpay.payment.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// `coworkpay_payments_unsettled` and `coworkpay_payments_unsettled_oldest_seconds` (approving or unknown),
/// `coworkpay_payments_attention` (shown to a person and not settled, a contradicted end among them),
/// `coworkpay_payments_overdue` (due for longer than any worker should take): measured now and then by one statement,
/// not by each payment.
@ApplicationScoped
public class SettlementMetrics {

    private static final String MEASURE = """
            select count(*) filter (where status in ('APPROVING', 'UNKNOWN')) as unsettled,
                   coalesce(extract(epoch from now() - min(unsettled_since)
                            filter (where status in ('APPROVING', 'UNKNOWN'))), 0)::float8 as oldest,
                   count(*) filter (where attention_at is not null
                                      and (status in ('WAITING', 'APPROVING', 'UNKNOWN')
                                           or unsettled_since is not null)) as attention,
                   count(*) filter (where due_at < now() - interval '2 minutes') as overdue
              from payment where due_at is not null""";

    private final Pool pool;
    private final AtomicLong unsettled = new AtomicLong();
    private final AtomicReference<Double> oldestSeconds = new AtomicReference<>(0.0);
    private final AtomicLong attention = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    SettlementMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        meters.gauge("coworkpay.payments.unsettled", unsettled);
        meters.gauge("coworkpay.payments.unsettled.oldest.seconds", oldestSeconds, AtomicReference::get);
        meters.gauge("coworkpay.payments.attention", attention);
        meters.gauge("coworkpay.payments.overdue", overdue);
    }

    @Scheduled(
            identity = "settlement-metrics",
            every = "${coworkpay.payment.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return pool.query(MEASURE)
                .execute()
                .invoke(rows -> {
                    var row = rows.iterator().next();
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
