package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// `coworkpay_kakaopay_calls` (a timer by operation, outcome and reason) and an alarm line for each breaker that opens.
@ApplicationScoped
public class KakaoPayMetrics implements CallListener {

    private static final Logger LOG = Logger.getLogger(KakaoPayMetrics.class);

    private final MeterRegistry meters;

    KakaoPayMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void called(Call call) {
        meters.timer(
                        "coworkpay.kakaopay.calls",
                        "operation",
                        call.operation(),
                        "generation",
                        call.generation().name(),
                        "outcome",
                        call.outcome().name(),
                        "reason",
                        call.reason() == null ? "NONE" : call.reason())
                .record(call.took());
    }

    @Override
    public void breakerChanged(String accountId, boolean isOpen) {
        meters.counter("coworkpay.kakaopay.breaker.changes", "to", isOpen ? "OPEN" : "CLOSED")
                .increment();
        if (isOpen) {
            LOG.warnf("KakaoPay does not answer well for account %s: its calls are spared for a while", accountId);
        } else {
            LOG.infof("KakaoPay answers again for account %s", accountId);
        }
    }
}
