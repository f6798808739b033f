package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.platform.observability.MeasuredRow;
import com.coworkpay.refund.cancellation.SetAsideCancellationStore.NewEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import org.jboss.logging.Logger;

/// `coworkpay_cancellations_set_aside_total{reason}`: cancellations that were set aside because they are not
/// plausible; `coworkpay_cancellations_set_aside_open`: those that are open now, measured regularly in every process.
@Startup
@ApplicationScoped
class SetAsideMetrics {
    private static final Logger LOG = Logger.getLogger(SetAsideMetrics.class);

    private static final String MEASURE = "select count(*) as open from set_aside where status = 'OPEN'";

    private final MeterRegistry meters;
    private final MeasuredRow measured;

    SetAsideMetrics(Pool pool, MeterRegistry meters) {
        this.meters = meters;
        measured = new MeasuredRow(meters, pool, MEASURE).number("open", "coworkpay.cancellations.set.aside.open");
        // Registered with zero at the start: Prometheus sees no increase when a counter appears with its first value.
        EnumSet.allOf(SetAsideReason.class).forEach(this::counter);
    }

    void setAside(List<NewEntry> newEntries) {
        newEntries.forEach(each -> {
            counter(each.reason()).increment();
            LOG.warnf(
                    "cancellation %s at %s is set aside: %s", each.cancellationId(), each.locationId(), each.reason());
        });
    }

    @Scheduled(
            identity = "set-aside-metrics",
            every = "${coworkpay.refund.settlement.measure:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return measured.measure();
    }

    private Counter counter(SetAsideReason reason) {
        return meters.counter("coworkpay.cancellations.set.aside", "reason", reason.name());
    }
}
