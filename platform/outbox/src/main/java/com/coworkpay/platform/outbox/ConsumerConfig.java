package com.coworkpay.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Knobs of [EventConsumer].
@ConfigMapping(prefix = "coworkpay.consumer")
public interface ConsumerConfig {
    /// Largest value that is read; a larger one is dead-lettered.
    @WithDefault("262144")
    int maxBytes();

    /// How often an event is tried that fails for a reason that is neither the event's nor the database's.
    @WithDefault("5")
    int attempts();

    /// First pause before an event is tried again; each one is twice the one before.
    @WithDefault("200ms")
    Duration firstPause();

    /// Longest pause between two tries, while the database or Kafka is away.
    @WithDefault("5s")
    Duration maxPause();

    /// After how long a waiting partition is an alarm.
    @WithDefault("1m")
    Duration alarmAfter();

    /// How often Kafka is asked how far the consumers are.
    @WithDefault("15s")
    Duration lagInterval();
}
