package com.coworkpay.tools.local.chaos;

import java.time.Duration;

/// The options of `chaos`.
///
/// @param length how long faults are played; what is open then gets some minutes more to settle
/// @param seed of the faults and of what members do
/// @param members who live lives, one after the other, at the same time
/// @param replicas processes of each service
/// @param rest of a member between two lives; without one, members load the machine as much as it takes
public record ChaosOptions(Duration length, long seed, int members, int replicas, Duration rest) {

    /// One process of each service.
    public ChaosOptions(Duration length, long seed, int members) {
        this(length, seed, members, 1, Duration.ZERO);
    }
}
