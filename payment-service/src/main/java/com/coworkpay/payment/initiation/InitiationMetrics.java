package com.coworkpay.payment.initiation;

import com.coworkpay.payment.initiation.domain.ReadyOutcome;
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
        Stream.of("READY", "DECLINED", "NOT_SENT", "UNKNOWN").forEach(this::counter);
    }

    void record(UUID paymentId, ReadyOutcome outcome) {
        switch (outcome) {
            case ReadyOutcome.Done _ -> count("READY");
            case ReadyOutcome.Declined(String why) -> countAndLog(paymentId, "DECLINED", why);
            case ReadyOutcome.NotSent notSent -> countAndLog(paymentId, "NOT_SENT", notSent.why());
            case ReadyOutcome.Unknown(String why) -> countAndLog(paymentId, "UNKNOWN", why);
        }
    }

    private void countAndLog(UUID paymentId, String outcome, String why) {
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
