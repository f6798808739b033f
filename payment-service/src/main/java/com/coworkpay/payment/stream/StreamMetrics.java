package com.coworkpay.payment.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;

/// `coworkpay_payment_streams_open`, and `coworkpay_payment_streams_refused_total` by the bound that was reached.
@Startup
@ApplicationScoped
class StreamMetrics {

    enum Bound {
        /// Of this process.
        PROCESS,
        /// Of one payment or checkout.
        PAYMENT
    }

    private final MeterRegistry meters;
    private final AtomicInteger open = new AtomicInteger();

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("coworkpay.payment.streams.open", open);
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        EnumSet.allOf(Bound.class).forEach(bound -> refused(bound, 0));
    }

    void open(int now) {
        open.set(now);
    }

    void refused(Bound bound) {
        refused(bound, 1);
    }

    private void refused(Bound bound, int by) {
        meters.counter("coworkpay.payment.streams.refused", "bound", bound.name())
                .increment(by);
    }
}
