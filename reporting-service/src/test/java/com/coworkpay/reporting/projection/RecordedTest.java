package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTest {

    private record State() {}

    @Test
    void theHighestVersionStandsAndOfEqualOnesThatWhichWasWrittenFirst() {
        Recorded<State> old = state(1, 0);
        Recorded<State> late = state(2, 9);
        Recorded<State> early = state(2, 5);
        assertThat(Recorded.latest(List.of(late, old, early))).containsExactly(early);
        assertThat(Recorded.latest(List.of(early, late, old))).containsExactly(early);
    }

    private static Recorded<State> state(long version, long second) {
        return new Recorded<>("gangnam", version, Instant.ofEpochSecond(second), new State());
    }
}
