package com.coworkpay.platform.deadletters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Knobs of the dead letters.
@ConfigMapping(prefix = "coworkpay.dead-letters")
interface DeadLettersConfig {
    /// How often open letters are counted, and replays sought whose process ended.
    @WithDefault("15s")
    Duration poll();

    /// How long a replay belongs to the process that began it; twice the time that a handler has.
    @WithDefault("30s")
    Duration lease();
}
