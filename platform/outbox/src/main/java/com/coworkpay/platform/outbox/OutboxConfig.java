package com.coworkpay.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Knobs of the outbox relay.
@ConfigMapping(prefix = "coworkpay.outbox")
public interface OutboxConfig {
    /// The relay in this process; off where Debezium reads the table.
    @WithDefault("true")
    boolean relayEnabled();

    /// Name of this service: source of its events (`/coworkpay/<service>`) and name of its dead-letter topic
    /// (`<service>.dlq`).
    @WithDefault("${quarkus.application.name}")
    String service();

    /// How often the table is looked at when nobody wakes the relay, and the lease is renewed.
    @WithDefault("1s")
    Duration pollInterval();

    /// How long the first event waits for others to go with it, and the pause between two full batches.
    @WithDefault("20ms")
    Duration batchPause();

    /// Least time between two looks otherwise: each look and each mark is a statement, so a busy service gathers more
    /// events before the next.
    @WithDefault("100ms")
    Duration busyPause();

    /// Most rows of one batch.
    @WithDefault("500")
    int batchSize();

    /// How long a relay that died keeps others out; released at once by one that ends gracefully. At least three
    /// poll intervals.
    @WithDefault("10s")
    Duration lease();

    /// Longest wait for Kafka's word on one record; then it counts as failed and is sent again later.
    @WithDefault("10s")
    Duration sendTimeout();

    /// Longest pause of a topic or a partition that took nothing; the first is a fiftieth of it, each one twice the one
    /// before. Events that are refused themselves are tried again as often.
    @WithDefault("10s")
    Duration retryPauseMax();

    /// Most refused events that are tried again at once.
    @WithDefault("50")
    int retryBatch();

    /// How long published events stay in the table, for a person who looks.
    @WithDefault("7d")
    Duration retention();

    /// Most rows deleted by one statement.
    @WithDefault("1000")
    int retentionBatch();

    /// How often the age of the oldest unpublished event is measured.
    @WithDefault("10s")
    Duration ageInterval();
}
