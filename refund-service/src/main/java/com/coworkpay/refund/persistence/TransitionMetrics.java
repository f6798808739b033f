package com.coworkpay.refund.persistence;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;

/// `coworkpay_refunds_total{status,reason}`: refunds that reached a status, counted by the process that did it, after
/// the commit. The reason is the origin, or why it failed. `coworkpay_refunds_outside_total`: cancels made outside of
/// this suite. `coworkpay_refunds_escalated_total{reason}`: refunds that were escalated to manual review, and why. If
/// the process dies in between, one is not counted: for alerts and graphs, not for bookkeeping.
@Startup
@ApplicationScoped
public class TransitionMetrics {

    private static final String NO_REASON = "NONE";

    private final MeterRegistry meters;

    TransitionMetrics(MeterRegistry meters) {
        this.meters = meters;
        // Registered with zero at the start: Prometheus sees no increase when a counter appears with its first value.
        EnumSet.allOf(Origin.class).forEach(origin -> counter(RefundStatus.REQUESTED, origin.name()));
        EnumSet.allOf(Failure.class).forEach(failure -> counter(RefundStatus.FAILED, failure.name()));
        EnumSet.allOf(ReviewReason.class).forEach(this::escalations);
        meters.counter("coworkpay.refunds.outside");
        counter(RefundStatus.UNKNOWN, NO_REASON);
        counter(RefundStatus.SUCCEEDED, NO_REASON);
    }

    public void requested(Origin origin) {
        counter(RefundStatus.REQUESTED, origin.name()).increment();
    }

    public void unknown() {
        counter(RefundStatus.UNKNOWN, NO_REASON).increment();
    }

    public void succeeded() {
        counter(RefundStatus.SUCCEEDED, NO_REASON).increment();
    }

    public void failed(Failure failure) {
        counter(RefundStatus.FAILED, failure.name()).increment();
    }

    /// A cancel made outside of this suite was recorded.
    void outside() {
        meters.counter("coworkpay.refunds.outside").increment();
    }

    void escalated(ReviewReason reason) {
        escalations(reason).increment();
    }

    private Counter escalations(ReviewReason reason) {
        return meters.counter("coworkpay.refunds.escalated", "reason", reason.name());
    }

    private Counter counter(RefundStatus to, String reason) {
        return meters.counter("coworkpay.refunds", "status", to.name(), "reason", reason);
    }
}
