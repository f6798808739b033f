package com.coworkpay.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Knobs of the outbox relay.
@ConfigMapping(prefix = "coworkpay.outbox")
public interface OutboxConfig {
    /// Relay in this process; off where Debezium reads the table.
    @WithDefault("true")
    boolean relayEnabled();

    /// Source of the events (`/coworkpay/<service>`) and dead-letter topic (`<service>.dlq`).
    @WithDefault("${quarkus.application.name}")
    String service();

    /// How often the table is read without a wake-up, and the lease renewed.
    @WithDefault("1s")
    Duration pollInterval();

    /// How long the first event waits for others; also the pause between full batches.
    @WithDefault("20ms")
    Duration batchPause();

    /// Shortest time between two reads otherwise.
    @WithDefault("100ms")
    Duration busyPause();

    /// Rows per batch, at most.
    @WithDefault("500")
    int batchSize();

    /// How long a dead relay keeps others out; at least three poll intervals.
    @WithDefault("10s")
    Duration lease();

    /// Longest wait for Kafka's answer to a record; then it is sent again.
    @WithDefault("10s")
    Duration sendTimeout();

    /// Longest pause of a blocked topic, partition or event; the first is a fiftieth of it and doubles.
    @WithDefault("10s")
    Duration retryPauseMax();

    /// Refused events retried at once, at most.
    @WithDefault("50")
    int retryBatch();

    /// How long published events stay in the table.
    @WithDefault("7d")
    Duration retention();

    /// Rows deleted per statement, at most.
    @WithDefault("1000")
    int retentionBatch();

    /// How often the oldest unpublished event's age is measured.
    @WithDefault("10s")
    Duration ageInterval();
}
