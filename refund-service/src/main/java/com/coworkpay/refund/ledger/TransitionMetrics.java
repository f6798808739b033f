package com.coworkpay.refund.ledger;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;

/// `coworkpay_refunds_total{status,reason}`: refunds that reached a status, counted by the process that did it, after
/// the commit. The reason is the origin, or why it failed. `coworkpay_refunds_outside_total`: cancels made outside of
/// this suite. `coworkpay_refunds_escalated_total{reason}`: refunds that were escalated to manual review, and why.
/// `coworkpay_refund_ledger_conflicts_total`: changes of a ledger that another one was faster than; each is made
/// again. If the process dies in between, one is not counted: for alerts and graphs, not for bookkeeping.
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
        meters.counter("coworkpay.refund.ledger.conflicts");
        counter(RefundStatus.UNKNOWN, NO_REASON);
        counter(RefundStatus.SUCCEEDED, NO_REASON);
    }

    /// A change of a ledger was committed.
    void count(LedgerChange change) {
        change.moves().forEach(this::count);
    }

    private void count(LedgerChange.Move move) {
        Refund before = move.before();
        Refund after = move.after();
        if (before == null) {
            if (after.origin() == Origin.OUTSIDE) {
                meters.counter("coworkpay.refunds.outside").increment();
            } else {
                counter(RefundStatus.REQUESTED, after.origin().name()).increment();
            }
            return;
        }
        if (after.status() == RefundStatus.SUCCEEDED && before.status() != RefundStatus.SUCCEEDED) {
            counter(RefundStatus.SUCCEEDED, NO_REASON).increment();
        }
        if (after.failure() != null && after.failure() != before.failure()) {
            counter(RefundStatus.FAILED, after.failure().name()).increment();
        }
        if (after.manualReviewReason() != null && after.manualReviewReason() != before.manualReviewReason()) {
            escalations(after.manualReviewReason()).increment();
        }
    }

    /// Its first cancel has an unknown outcome.
    public void unknown() {
        counter(RefundStatus.UNKNOWN, NO_REASON).increment();
    }

    /// Another change of the ledger was faster.
    void contended() {
        meters.counter("coworkpay.refund.ledger.conflicts").increment();
    }

    private Counter escalations(ReviewReason reason) {
        return meters.counter("coworkpay.refunds.escalated", "reason", reason.name());
    }

    private Counter counter(RefundStatus to, String reason) {
        return meters.counter("coworkpay.refunds", "status", to.name(), "reason", reason);
    }
}
