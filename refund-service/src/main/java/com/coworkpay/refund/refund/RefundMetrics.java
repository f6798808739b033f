package com.coworkpay.refund.refund;

import com.coworkpay.refund.refund.domain.CancelAnswer;
import com.coworkpay.refund.refund.domain.CancelClaim;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// `coworkpay_cancels_total` by outcome, and a log line for each that is no plain success.
@ApplicationScoped
class RefundMetrics {

    private static final Logger LOG = Logger.getLogger(RefundMetrics.class);

    private final MeterRegistry meters;

    RefundMetrics(MeterRegistry meters) {
        this.meters = meters;
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
        meters.counter("coworkpay.cancels", "outcome", outcome).increment();
        if (!(answer instanceof CancelAnswer.Canceled)) {
            LOG.warnf(
                    "cancel of refund %s (payment %s, send %d): %s",
                    claim.refundId(), claim.paymentId(), claim.state().sends(), answer.words());
        }
    }
}
