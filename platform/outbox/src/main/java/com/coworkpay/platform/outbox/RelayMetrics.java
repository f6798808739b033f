package com.coworkpay.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What an operator sees of the relay.
///
/// - `coworkpay_outbox_oldest_unpublished_seconds`: age of the oldest event that is not out; measured by every pod,
///   NaN while the database is away
/// - `coworkpay_outbox_blocked_keys`: keys that wait after a failure; more than 0 for minutes needs a person
/// - `coworkpay_outbox_published_total`, `coworkpay_outbox_failures_total`
/// - `coworkpay_outbox_leader`: 1 in the pod that relays
@Singleton
class RelayMetrics {
    final AtomicReference<Double> oldestAgeSeconds = new AtomicReference<>(Double.NaN);
    final AtomicInteger blockedKeys = new AtomicInteger();
    final AtomicInteger leader = new AtomicInteger();
    final Counter published;
    final Counter failures;

    RelayMetrics(MeterRegistry registry) {
        registry.gauge("coworkpay.outbox.oldest.unpublished.seconds", oldestAgeSeconds, AtomicReference::get);
        registry.gauge("coworkpay.outbox.blocked.keys", blockedKeys);
        registry.gauge("coworkpay.outbox.leader", leader);
        published = registry.counter("coworkpay.outbox.published");
        failures = registry.counter("coworkpay.outbox.failures");
    }
}
