package com.coworkpay.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Knobs of [EventConsumer].
@ConfigMapping(prefix = "coworkpay.consumer")
public interface ConsumerConfig {
    /// Largest value; a larger one is dead-lettered.
    @WithDefault("262144")
    int maxBytes();

    /// Tries of an event that fails for no reason of its own or of the database.
    @WithDefault("5")
    int attempts();

    /// First pause before a retry; it doubles.
    @WithDefault("200ms")
    Duration firstPause();

    /// Longest pause between two tries while database or Kafka is unavailable.
    @WithDefault("5s")
    Duration maxPause();

    /// Wait of a partition after which an error is logged.
    @WithDefault("1m")
    Duration alarmAfter();

    /// How often the consumers' lag is read from Kafka.
    @WithDefault("15s")
    Duration lagInterval();
}
