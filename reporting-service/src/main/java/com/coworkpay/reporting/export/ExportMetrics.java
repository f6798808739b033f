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
class ExportMetrics {

    /// How an export came to its end: all of it sent, abandoned by its reader, or broken on our side.
    enum Outcome {
        COMPLETE,
        ABANDONED,
        BROKEN;

        static Outcome of(boolean failed, boolean canceled) {
            return failed ? BROKEN : canceled ? ABANDONED : COMPLETE;
        }
    }

    private final MeterRegistry meters;
    private final Counter rows;

    ExportMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.rows = meters.counter("coworkpay.export.rows");
        Stream.of(Outcome.values()).forEach(this::counter);
    }

    void running(AtomicInteger open) {
        meters.gauge("coworkpay.exports.running", open);
    }

    void sent(int count) {
        rows.increment(count);
    }

    void ended(Outcome outcome) {
        counter(outcome).increment();
    }

    private Counter counter(Outcome outcome) {
        return meters.counter("coworkpay.exports", "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }
}
