package com.coworkpay.integration.connection.kakaopay;

import com.coworkpay.integration.connection.domain.CheckResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/// `coworkpay_credential_checks_total{result}`: results of verifying credentials at KakaoPay. A refusal here is mostly
/// an administrator's typing error; what refuses payments is counted where they are made.
@Startup
@ApplicationScoped
class CheckMetrics {

    private final MeterRegistry meters;

    CheckMetrics(MeterRegistry meters) {
        this.meters = meters;
        Arrays.stream(CheckResult.values()).forEach(this::counter);
    }

    void count(CheckResult result) {
        counter(result).increment();
    }

    private Counter counter(CheckResult result) {
        return meters.counter("coworkpay.credential.checks", "result", result.name());
    }
}
