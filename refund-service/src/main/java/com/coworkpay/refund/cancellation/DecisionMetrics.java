package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.policy.domain.DecisionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/// `coworkpay_refund_decisions_total{outcome,reason}`: what became of cancellations and overpayments, and why;
/// `coworkpay_cancellations_forgotten_total`: decided by the sweeper only, of which there should be none.
@Startup
@ApplicationScoped
class DecisionMetrics {

    private final MeterRegistry meters;
    private final Counter forgotten;

    DecisionMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.forgotten = meters.counter("coworkpay.cancellations.forgotten");
        Arrays.stream(DecisionReason.values()).forEach(this::counter);
    }

    void decided(DecidedCase decided) {
        counter(decided.result().reason()).increment();
    }

    void forgotten(int cases) {
        forgotten.increment(cases);
    }

    private Counter counter(DecisionReason reason) {
        String outcome = reason.refunds() ? "REFUND" : "DECLINED";
        return meters.counter("coworkpay.refund.decisions", "outcome", outcome, "reason", reason.name());
    }
}
