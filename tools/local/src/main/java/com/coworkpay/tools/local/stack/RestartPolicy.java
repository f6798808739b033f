package com.coworkpay.tools.local.stack;

import java.time.Duration;
import java.util.Optional;

/// How often a part that dies is started again: five times, waiting 1, 2, 4, 8 and 16 seconds. One that ran well for
/// a minute is forgiven what was before.
final class RestartPolicy {
    static final int MAX_RESTARTS = 5;

    private final Duration firstPause;
    private final Duration forgivenAfter;
    private int restarts;

    RestartPolicy(Duration firstPause, Duration forgivenAfter) {
        this.firstPause = firstPause;
        this.forgivenAfter = forgivenAfter;
    }

    static RestartPolicy usual() {
        return new RestartPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /// The pause before the next start, or nothing when it has died too often.
    ///
    /// @param ranFor how long it had run when it died
    Optional<Duration> afterDeath(Duration ranFor) {
        if (ranFor.compareTo(forgivenAfter) >= 0) {
            restarts = 0;
        }
        if (restarts == MAX_RESTARTS) {
            return Optional.empty();
        }
        var pause = firstPause.multipliedBy(1L << restarts);
        restarts++;
        return Optional.of(pause);
    }

    /// How many restarts were granted since it last ran well.
    int restarts() {
        return restarts;
    }
}
