package com.coworkpay.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The one row of a statement as gauges, measured again and again by every process. While the database is unavailable
/// the last numbers are kept, and ages grow on.
public final class MeasuredRow {
    private final MeterRegistry meters;
    private final Pool pool;
    private final String statement;
    private final List<Consumer<Row>> gauges = new ArrayList<>();

    public MeasuredRow(MeterRegistry meters, Pool pool, String statement) {
        this.meters = meters;
        this.pool = pool;
        this.statement = statement;
    }

    /// A whole number: a count, KRW.
    public MeasuredRow number(String column, String gauge, Tags tags) {
        var value = new AtomicLong();
        meters.gauge(gauge, tags, value);
        gauges.add(row -> value.set(row.getLong(column)));
        return this;
    }

    public MeasuredRow number(String column, String gauge) {
        return number(column, gauge, Tags.empty());
    }

    /// Seconds; 0 if there is nothing that has an age.
    public MeasuredRow age(String column, String gauge) {
        var value = new AgeGauge();
        meters.gauge(gauge, value, AgeGauge::seconds);
        gauges.add(row -> value.measured(row.getDouble(column)));
        return this;
    }

    /// Never fails.
    public Uni<Void> measure() {
        return pool.query(statement)
                .execute()
                .invoke(rows ->
                        gauges.forEach(gauge -> gauge.accept(rows.iterator().next())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
