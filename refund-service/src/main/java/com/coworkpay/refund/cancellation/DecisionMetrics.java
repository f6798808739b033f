package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.domain.Decided;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.persistence.MoveCounter;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.policy.domain.DecisionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/// `coworkpay_refund_decisions_total{outcome,reason}`: what became of cancellations and surpluses, and why;
/// `coworkpay_cancellations_forgotten_total`: decided by the second look only, of which there should be none.
@Startup
@ApplicationScoped
class DecisionMetrics {

    private final MeterRegistry meters;
    private final MoveCounter moves;
    private final Counter forgotten;

    DecisionMetrics(MeterRegistry meters, MoveCounter moves) {
        this.meters = meters;
        this.moves = moves;
        this.forgotten = meters.counter("coworkpay.cancellations.forgotten");
        Arrays.stream(DecisionReason.values()).forEach(this::counter);
    }

    void decided(Decided decided) {
        counter(decided.decision().reason()).increment();
        if (decided.decision().refunds()) {
            boolean surplus = decided.about().facts().cause() instanceof Cause.Surplus;
            moves.requested(surplus ? Origin.SURPLUS : Origin.CANCELLATION);
        }
    }

    void forgotten(int cases) {
        forgotten.increment(cases);
    }

    private Counter counter(DecisionReason reason) {
        String outcome = reason.refunds() ? "REFUND" : "DECLINED";
        return meters.counter("coworkpay.refund.decisions", "outcome", outcome, "reason", reason.name());
    }
}
