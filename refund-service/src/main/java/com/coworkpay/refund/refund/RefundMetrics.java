package com.coworkpay.refund.refund;

import com.coworkpay.refund.refund.domain.CancelAnswer;
import com.coworkpay.refund.refund.domain.CancelClaim;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// `coworkpay_cancels_total` by outcome, and a log line for each that is no plain success.
@Startup
@ApplicationScoped
class RefundMetrics {

    private static final Logger LOG = Logger.getLogger(RefundMetrics.class);

    private final MeterRegistry meters;

    RefundMetrics(MeterRegistry meters) {
        this.meters = meters;
        Stream.of("CANCELED", "REFUSED", "REFUSED_FOR_NOW", "NOT_SENT", "UNKNOWN")
                .forEach(this::counter);
    }

    void answered(CancelClaim claim, CancelAnswer answer) {
        String outcome =
                switch (answer) {
                    case CancelAnswer.Canceled _ -> "CANCELED";
                    case CancelAnswer.RefusedForGood _ -> "REFUSED";
                    case CancelAnswer.RefusedForNow _ -> "REFUSED_FOR_NOW";
                    case CancelAnswer.NotSent _ -> "NOT_SENT";
                    case CancelAnswer.NoAnswer _ -> "UNKNOWN";
                };
        counter(outcome).increment();
        if (!(answer instanceof CancelAnswer.Canceled)) {
            LOG.warnf(
                    "cancel of refund %s (payment %s, send %d): %s",
                    claim.refundId(), claim.paymentId(), claim.state().sends(), answer.words());
        }
    }

    private Counter counter(String outcome) {
        return meters.counter("coworkpay.cancels", "outcome", outcome);
    }
}
