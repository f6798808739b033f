package com.coworkpay.payment.initiation;

import com.coworkpay.payment.initiation.domain.ReadyAnswer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// `coworkpay_initiations_total` by outcome of ready.
@Startup
@ApplicationScoped
class InitiationMetrics {

    private static final Logger LOG = Logger.getLogger(InitiationMetrics.class);

    private final MeterRegistry meters;

    InitiationMetrics(MeterRegistry meters) {
        this.meters = meters;
        Stream.of("READY", "REFUSED", "NOT_SENT", "UNKNOWN").forEach(this::counter);
    }

    void answered(UUID paymentId, ReadyAnswer answer) {
        switch (answer) {
            case ReadyAnswer.Ready _ -> count("READY");
            case ReadyAnswer.Refused(String why) -> tell(paymentId, "REFUSED", why);
            case ReadyAnswer.NotSent notSent -> tell(paymentId, "NOT_SENT", notSent.why());
            case ReadyAnswer.NoAnswer(String why) -> tell(paymentId, "UNKNOWN", why);
        }
    }

    private void tell(UUID paymentId, String outcome, String why) {
        count(outcome);
        LOG.warnf("ready of payment %s: %s (%s)", paymentId, outcome, why);
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("coworkpay.initiations", "outcome", outcome);
    }
}
