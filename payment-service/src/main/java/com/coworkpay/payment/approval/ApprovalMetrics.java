package com.coworkpay.payment.approval;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.platform.observability.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// `coworkpay_approvals_total` by outcome of approve.
@Startup
@ApplicationScoped
class ApprovalMetrics {

    private static final Logger LOG = Logger.getLogger(ApprovalMetrics.class);

    private enum Counted {
        APPROVED,
        HARD_DECLINE,
        SOFT_DECLINE,
        NOT_SENT,
        UNKNOWN
    }

    private final OutcomeCounter<Counted> counter;

    ApprovalMetrics(MeterRegistry meters) {
        this.counter = new OutcomeCounter<>(meters, "coworkpay.approvals", Counted.class);
    }

    void record(UUID paymentId, Outcome<Approval> outcome) {
        switch (outcome) {
            case Outcome.Done<Approval> _ -> counter.count(Counted.APPROVED);
            case Outcome.Refused<Approval> refused ->
                countAndLog(
                        paymentId, refused.isFinal() ? Counted.HARD_DECLINE : Counted.SOFT_DECLINE, refused.reason());
            case Outcome.NotSent<Approval> notSent -> countAndLog(paymentId, Counted.NOT_SENT, notSent.reason());
            case Outcome.Unknown<Approval> unknown -> countAndLog(paymentId, Counted.UNKNOWN, unknown.reason());
        }
    }

    private void countAndLog(UUID paymentId, Counted outcome, Enum<?> why) {
        counter.count(outcome);
        LOG.warnf("approve of payment %s: %s (%s)", paymentId, outcome, why);
    }
}
