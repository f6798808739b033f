package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.ApproveOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// `coworkpay_approvals_total` by outcome, and a log line for each that is no plain success.
@Startup
@ApplicationScoped
class ApprovalMetrics {

    private static final Logger LOG = Logger.getLogger(ApprovalMetrics.class);

    private final MeterRegistry meters;

    ApprovalMetrics(MeterRegistry meters) {
        this.meters = meters;
        Stream.of("APPROVED", "HARD_DECLINE", "SOFT_DECLINE", "NOT_SENT", "UNKNOWN")
                .forEach(this::counter);
    }

    void record(UUID paymentId, ApproveOutcome outcome) {
        switch (outcome) {
            case ApproveOutcome.Approved _ -> count("APPROVED");
            case ApproveOutcome.HardDecline(String why) -> countAndLog(paymentId, "HARD_DECLINE", why);
            case ApproveOutcome.SoftDecline declined -> countAndLog(paymentId, "SOFT_DECLINE", declined.why());
            case ApproveOutcome.NotSent(String why) -> countAndLog(paymentId, "NOT_SENT", why);
            case ApproveOutcome.Unknown unknown -> countAndLog(paymentId, "UNKNOWN", unknown.why());
        }
    }

    private void countAndLog(UUID paymentId, String outcome, String why) {
        count(outcome);
        LOG.warnf("approve of payment %s: %s (%s)", paymentId, outcome, why);
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("coworkpay.approvals", "outcome", outcome);
    }
}
