package com.coworkpay.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What an operator sees of the relay.
///
/// - `coworkpay_outbox_oldest_unpublished_seconds` and `coworkpay_outbox_backlog_events`: age of the oldest event that
///   is not out, and how many are not (100,000 at most); measured by every pod, NaN while the database is away
/// - `coworkpay_database_up`: 1 if the last of these measures worked, 0 if not
/// - `coworkpay_outbox_blocked_keys`: keys whose next event Kafka does not take (100,000 at most), measured likewise
/// - `coworkpay_outbox_blocked_topics`: topics and partitions that take nothing, as the relay knows. More than 0 of
///   either for minutes needs a person
/// - `coworkpay_outbox_published_total{topic,type}`, `coworkpay_outbox_failures_total`
/// - `coworkpay_outbox_leader`: 1 in the pod that relays
@Singleton
class RelayMetrics {
    final AtomicReference<Double> oldestAgeSeconds = new AtomicReference<>(Double.NaN);
    final AtomicReference<Double> backlogEvents = new AtomicReference<>(Double.NaN);
    final AtomicInteger databaseUp = new AtomicInteger();
    final AtomicReference<Double> blockedKeys = new AtomicReference<>(Double.NaN);
    final AtomicInteger blockedTopics = new AtomicInteger();
    final AtomicInteger leader = new AtomicInteger();
    final Counter failures;

    private final MeterRegistry registry;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("coworkpay.outbox.oldest.unpublished.seconds", oldestAgeSeconds, AtomicReference::get);
        registry.gauge("coworkpay.outbox.backlog.events", backlogEvents, AtomicReference::get);
        registry.gauge("coworkpay.database.up", databaseUp);
        registry.gauge("coworkpay.outbox.blocked.keys", blockedKeys, AtomicReference::get);
        registry.gauge("coworkpay.outbox.blocked.topics", blockedTopics);
        registry.gauge("coworkpay.outbox.leader", leader);
        failures = registry.counter("coworkpay.outbox.failures");
    }

    void published(List<OutboxRow> rows) {
        rows.forEach(row -> registry.counter(
                        "coworkpay.outbox.published", "topic", row.key().topic(), "type", row.type())
                .increment());
    }

    void measured(Backlog backlog) {
        oldestAgeSeconds.set(backlog.oldestSeconds());
        backlogEvents.set((double) backlog.events());
        blockedKeys.set((double) backlog.blockedKeys());
        databaseUp.set(1);
    }

    void notMeasured() {
        oldestAgeSeconds.set(Double.NaN);
        backlogEvents.set(Double.NaN);
        blockedKeys.set(Double.NaN);
        databaseUp.set(0);
    }
}
