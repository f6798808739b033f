package com.coworkpay.refund.refund;

import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.domain.CancelOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// `coworkpay_cancels_total` by outcome, and a log line for each that was no success.
@Startup
@ApplicationScoped
class RefundMetrics {

    private static final Logger LOG = Logger.getLogger(RefundMetrics.class);

    private final MeterRegistry meters;

    RefundMetrics(MeterRegistry meters) {
        this.meters = meters;
        Stream.of("CANCELED", "REFUSED", "NOT_SENT", "UNKNOWN").forEach(this::counter);
    }

    void answered(CancelClaim claim, CancelOutcome outcome) {
        String label =
                switch (outcome) {
                    case CancelOutcome.Canceled _ -> "CANCELED";
                    case CancelOutcome.HardDecline _ -> "REFUSED";
                    case CancelOutcome.NotSent _ -> "NOT_SENT";
                    case CancelOutcome.Unknown _ -> "UNKNOWN";
                };
        counter(label).increment();
        if (!(outcome instanceof CancelOutcome.Canceled)) {
            LOG.warnf(
                    "cancel of refund %s (payment %s, attempt %d): %s",
                    claim.refund().id(),
                    claim.payment().paymentId(),
                    claim.refund().cancelAttempts(),
                    outcome.summary());
        }
    }

    private Counter counter(String label) {
        return meters.counter("coworkpay.cancels", "outcome", label);
    }
}
