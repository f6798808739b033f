package com.coworkpay.reporting.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// `coworkpay_exports_running`, `coworkpay_export_rows_total` (fetched and handed on) and
/// `coworkpay_exports_total{outcome}`: `complete`, `abandoned` by its reader, `broken` on our side.
@Startup
@ApplicationScoped
public class ExportMetrics {

    private final MeterRegistry meters;
    private final Counter rows;

    ExportMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.rows = meters.counter("coworkpay.export.rows");
        Stream.of(ExportOutcome.values()).forEach(this::counter);
    }

    void running(AtomicInteger open) {
        meters.gauge("coworkpay.exports.running", open);
    }

    void sent(int count) {
        rows.increment(count);
    }

    void ended(ExportOutcome outcome) {
        counter(outcome).increment();
    }

    private Counter counter(ExportOutcome outcome) {
        return meters.counter("coworkpay.exports", "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }
}
