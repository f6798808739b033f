package com.coworkpay.refund.refund;

import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.platform.observability.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// `coworkpay_cancels_total` by outcome, and a log line for each that was no success.
@Startup
@ApplicationScoped
class RefundMetrics {

    private static final Logger LOG = Logger.getLogger(RefundMetrics.class);

    private enum Counted {
        CANCELED,
        REFUSED,
        NOT_SENT,
        UNKNOWN
    }

    private final OutcomeCounter<Counted> counter;

    RefundMetrics(MeterRegistry meters) {
        this.counter = new OutcomeCounter<>(meters, "coworkpay.cancels", Counted.class);
    }

    void answered(CancelClaim claim, Outcome<Cancellation> outcome) {
        Counted counted = counted(outcome);
        counter.count(counted);
        if (counted != Counted.CANCELED) {
            LOG.warnf(
                    "cancel of refund %s (payment %s, attempt %d): %s",
                    claim.refund().id(),
                    claim.payment().paymentId(),
                    claim.refund().cancelAttempts(),
                    CancelRule.summary(outcome));
        }
    }

    private static Counted counted(Outcome<Cancellation> outcome) {
        return switch (outcome) {
            case Outcome.Done<Cancellation> _ -> Counted.CANCELED;
            case Outcome.Refused<Cancellation> refused -> refused.isFinal() ? Counted.REFUSED : Counted.NOT_SENT;
            case Outcome.NotSent<Cancellation> _ -> Counted.NOT_SENT;
            case Outcome.Unknown<Cancellation> _ -> Counted.UNKNOWN;
        };
    }
}
