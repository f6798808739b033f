package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.refund.cancellation.persistence.SetAsideCancellations.News;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import org.jboss.logging.Logger;

/// `coworkpay_cancellations_set_aside_total{reason}`: cancellations that wait for a person because they cannot be true.
@Startup
@ApplicationScoped
class SetAsideMetrics {
    private static final Logger LOG = Logger.getLogger(SetAsideMetrics.class);

    private final MeterRegistry meters;

    SetAsideMetrics(MeterRegistry meters) {
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        EnumSet.allOf(SetAsideReason.class).forEach(this::counter);
    }

    void setAside(List<News> news) {
        news.forEach(each -> {
            counter(each.reason()).increment();
            LOG.warnf(
                    "cancellation %s at %s is set aside: %s", each.cancellationId(), each.locationId(), each.reason());
        });
    }

    private Counter counter(SetAsideReason reason) {
        return meters.counter("coworkpay.cancellations.set.aside", "reason", reason.name());
    }
}
