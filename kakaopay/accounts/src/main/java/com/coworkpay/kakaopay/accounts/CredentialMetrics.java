package com.coworkpay.kakaopay.accounts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/// `coworkpay_credential_fetches_total{outcome}`: how asking integration-service for a credential ended.
@Startup
@ApplicationScoped
class CredentialMetrics {

    enum Fetch {
        FETCHED,
        /// The account is not known or was erased.
        GONE,
        /// integration-service is away; what is in memory serves on.
        STALE,
        /// integration-service is away, and nothing usable is in memory: nothing is sent.
        NONE
    }

    private final MeterRegistry meters;

    CredentialMetrics(MeterRegistry meters) {
        this.meters = meters;
        Arrays.stream(Fetch.values()).forEach(this::counter);
    }

    void count(Fetch fetch) {
        counter(fetch).increment();
    }

    private Counter counter(Fetch fetch) {
        return meters.counter("coworkpay.credential.fetches", "outcome", fetch.name());
    }
}
