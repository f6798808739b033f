package com.coworkpay.payment.booking;

import com.coworkpay.contracts.SetAsideReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.jboss.logging.Logger;

/// `coworkpay_cancellations_set_aside_total{reason}`: cancellations that had no effect here because they cannot be
/// true. refund-service keeps and shows them; a person there lets them through.
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

    void count(CancellationNotice canceled, SetAsideReason reason) {
        counter(reason).increment();
        LOG.warnf(
                "cancellation %s of %s %s at %s is set aside: %s",
                canceled.cancellationId(),
                canceled.payable().type(),
                canceled.payable().id(),
                canceled.payable().locationId(),
                reason);
    }

    private Counter counter(SetAsideReason reason) {
        return meters.counter("coworkpay.cancellations.set.aside", "reason", reason.name());
    }
}
