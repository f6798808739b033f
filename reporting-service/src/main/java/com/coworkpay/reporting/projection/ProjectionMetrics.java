package com.coworkpay.reporting.projection;

import com.coworkpay.reporting.projection.domain.Completeness;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an operator sees of the projection; NaN while it is not known.
///
/// - `coworkpay_projection_records_behind`: records in the topics that are not in the report
/// - `coworkpay_projection_incomplete_seconds`: age of the moment up to which answers are complete
/// - `coworkpay_projection_last_event_seconds`: age of the newest event in the report
@ApplicationScoped
class ProjectionMetrics {

    private record Measure(
            Instant at,
            long nanos,
            Completeness complete,
            @Nullable Instant lastEventAt) {}

    private volatile @Nullable Measure last;

    ProjectionMetrics(MeterRegistry meters) {
        meters.gauge("coworkpay.projection.records.behind", this, ProjectionMetrics::recordsBehind);
        meters.gauge("coworkpay.projection.incomplete.seconds", this, ProjectionMetrics::incompleteSeconds);
        meters.gauge("coworkpay.projection.last.event.seconds", this, ProjectionMetrics::lastEventSeconds);
    }

    void measured(Instant at, Positions positions, Completeness complete) {
        Instant newest = positions.byPartition().values().stream()
                .map(Position::lastEventAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        last = new Measure(at, System.nanoTime(), complete, newest);
    }

    private double recordsBehind() {
        Measure measure = last;
        Long behind = measure == null ? null : measure.complete.recordsBehind();
        return behind == null ? Double.NaN : behind;
    }

    private double incompleteSeconds() {
        Measure measure = last;
        return measure == null ? Double.NaN : age(measure, measure.complete.upTo());
    }

    private double lastEventSeconds() {
        Measure measure = last;
        return measure == null ? Double.NaN : age(measure, measure.lastEventAt);
    }

    /// By the database's clock, carried on by our own.
    private static double age(Measure measure, @Nullable Instant moment) {
        return moment == null
                ? Double.NaN
                : Duration.between(moment, measure.at).toMillis() / 1e3 + (System.nanoTime() - measure.nanos) / 1e9;
    }
}
