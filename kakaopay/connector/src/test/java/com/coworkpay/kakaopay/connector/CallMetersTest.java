package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.connector.CallListener.Call;
import com.coworkpay.kakaopay.connector.CallListener.OutcomeKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CallMetrics meters = new CallMetrics(registry);

    @Test
    void aCallIsTimedAndIsNoFailureWhenDone() {
        ended(OutcomeKind.DONE, null, null);
        assertThat(registry.get("coworkpay.kakaopay.calls")
                        .tags("operation", "approve", "generation", "SECRET_KEY", "outcome", "DONE")
                        .timer()
                        .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isEqualTo(120);
        assertThat(registry.find("coworkpay.kakaopay.failures").counter()).isNull();
    }

    @Test
    void aFailureIsCountedWithItsReasonAndCode() {
        ended(OutcomeKind.REFUSED, "DECLINED", -780);
        ended(OutcomeKind.UNKNOWN, "TIMEOUT", null);
        assertThat(failures("DECLINED", "-780")).isOne();
        assertThat(failures("TIMEOUT", "NONE")).isOne();
    }

    @Test
    void codesThatNobodyDocumentedAreOneLabel() {
        ended(OutcomeKind.UNKNOWN, "UNDOCUMENTED_ANSWER", 123_456);
        ended(OutcomeKind.UNKNOWN, "UNDOCUMENTED_ANSWER", -99_999);
        assertThat(failures("UNDOCUMENTED_ANSWER", "OTHER")).isEqualTo(2);
    }

    @Test
    void callsUnderWayAreCounted() {
        meters.started();
        meters.started();
        assertThat(gauge("coworkpay.kakaopay.calls.running")).isEqualTo(2);
        meters.called(call(OutcomeKind.DONE, null, null));
        assertThat(gauge("coworkpay.kakaopay.calls.running")).isOne();
    }

    @Test
    void breakersAreCountedByAccountAndNamedNowhere() {
        meters.breakerChanged("account-1", true);
        meters.breakerChanged("account-1", true);
        meters.breakerChanged("account-2", true);
        assertThat(gauge("coworkpay.kakaopay.breakers.open")).isEqualTo(2);
        meters.breakerChanged("account-1", false);
        assertThat(gauge("coworkpay.kakaopay.breakers.open")).isOne();
        assertThat(registry.get("coworkpay.kakaopay.breaker.changes")
                        .tag("to", "OPEN")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(registry.getMeters().toString()).doesNotContain("account-");
    }

    private void ended(OutcomeKind outcome, @Nullable String reason, @Nullable Integer code) {
        meters.started();
        meters.called(call(outcome, reason, code));
    }

    private static Call call(OutcomeKind outcome, @Nullable String reason, @Nullable Integer code) {
        return new Call("approve", CredentialKind.SECRET_KEY, outcome, reason, code, Duration.ofMillis(120));
    }

    private double failures(String reason, String code) {
        return registry.get("coworkpay.kakaopay.failures")
                .tags("operation", "approve", "reason", reason, "code", code)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
