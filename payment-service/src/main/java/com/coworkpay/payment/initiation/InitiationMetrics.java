package com.coworkpay.payment.initiation;

import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.platform.observability.OutcomeCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// `coworkpay_initiations_total` by outcome of ready.
@Startup
@ApplicationScoped
class InitiationMetrics {

    private static final Logger LOG = Logger.getLogger(InitiationMetrics.class);

    private enum Counted {
        READY,
        DECLINED,
        NOT_SENT,
        UNKNOWN
    }

    private final OutcomeCounter<Counted> counter;

    InitiationMetrics(MeterRegistry meters) {
        this.counter = new OutcomeCounter<>(meters, "coworkpay.initiations", Counted.class);
    }

    void record(UUID paymentId, Outcome<Ready> outcome) {
        switch (outcome) {
            case Outcome.Done<Ready> _ -> counter.count(Counted.READY);
            case Outcome.Refused<Ready> refused -> countAndLog(paymentId, Counted.DECLINED, refused.reason());
            case Outcome.NotSent<Ready> notSent -> countAndLog(paymentId, Counted.NOT_SENT, notSent.reason());
            case Outcome.Unknown<Ready> unknown -> countAndLog(paymentId, Counted.UNKNOWN, unknown.reason());
        }
    }

    private void countAndLog(UUID paymentId, Counted outcome, Enum<?> why) {
        counter.count(outcome);
        LOG.warnf("ready of payment %s: %s (%s)", paymentId, outcome, why);
    }
}
