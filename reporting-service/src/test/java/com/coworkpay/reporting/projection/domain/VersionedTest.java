package com.coworkpay.reporting.projection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionedTest {

    @Test
    void theHighestVersionStandsAndOfEqualOnesThatWhichWasWrittenFirst() {
        LocationState old = state(1, 0);
        LocationState late = state(2, 9);
        LocationState early = state(2, 5);
        assertThat(Versioned.latest(List.of(late, old, early))).containsExactly(early);
        assertThat(Versioned.latest(List.of(early, late, old))).containsExactly(early);
    }

    private static LocationState state(long version, long second) {
        return new LocationState("gangnam", version, Instant.ofEpochSecond(second), "강남", "UTC", "ko");
    }
}
