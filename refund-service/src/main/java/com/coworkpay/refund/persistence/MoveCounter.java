package com.coworkpay.refund.persistence;

import com.coworkpay.refund.domain.Attention;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;

/// `coworkpay_refunds_total{status,reason}`: refunds that came to a status, counted by the process that moved them,
/// after the commit. The reason is what asked for it, why it failed, or why a person is told. A process that dies in
/// between has moved one that nobody counted: for alarms and curves, not for books.
@Startup
@ApplicationScoped
public class MoveCounter {

    private static final String NO_REASON = "NONE";

    private final MeterRegistry meters;

    MoveCounter(MeterRegistry meters) {
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        EnumSet.allOf(Origin.class).forEach(origin -> counter(RefundStatus.REQUESTED, origin.name()));
        EnumSet.allOf(Failure.class).forEach(failure -> counter(RefundStatus.FAILED, failure.name()));
        EnumSet.allOf(Attention.class).forEach(why -> counter(RefundStatus.NEEDS_ATTENTION, why.name()));
        counter(RefundStatus.UNKNOWN, NO_REASON);
        counter(RefundStatus.SUCCEEDED, NO_REASON);
    }

    public void requested(Origin origin) {
        counter(RefundStatus.REQUESTED, origin.name()).increment();
    }

    public void unknown() {
        counter(RefundStatus.UNKNOWN, NO_REASON).increment();
    }

    void succeeded() {
        counter(RefundStatus.SUCCEEDED, NO_REASON).increment();
    }

    void failed(Failure failure) {
        counter(RefundStatus.FAILED, failure.name()).increment();
    }

    void needsAttention(Attention attention) {
        counter(RefundStatus.NEEDS_ATTENTION, attention.name()).increment();
    }

    private Counter counter(RefundStatus to, String reason) {
        return meters.counter("coworkpay.refunds", "status", to.name(), "reason", reason);
    }
}
