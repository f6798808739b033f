package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.ApproveAnswer;
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
        Stream.of("APPROVED", "REFUSED", "REFUSED_FOR_NOW", "NOT_SENT", "UNKNOWN")
                .forEach(this::counter);
    }

    void answered(UUID paymentId, ApproveAnswer answer) {
        switch (answer) {
            case ApproveAnswer.Approved _ -> count("APPROVED");
            case ApproveAnswer.RefusedForGood(String why) -> tell(paymentId, "REFUSED", why);
            case ApproveAnswer.RefusedForNow refused -> tell(paymentId, "REFUSED_FOR_NOW", refused.why());
            case ApproveAnswer.NotSent(String why) -> tell(paymentId, "NOT_SENT", why);
            case ApproveAnswer.NoAnswer none -> tell(paymentId, "UNKNOWN", none.why());
        }
    }

    private void tell(UUID paymentId, String outcome, String why) {
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
