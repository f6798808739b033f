package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LagHistoryTest {
    private final LagHistory<String> history = new LagHistory<>();
    private int now;

    @Test
    void whoHasEverythingIsNotBehind() {
        assertThat(after(15, 10, 10)).isZero();
        assertThat(after(15, 20, 20)).isZero();
    }

    @Test
    void whoKeepsUpIsNeverBehindThoughSomethingIsAlwaysUnderWay() {
        for (int offset = 0; offset < 100; offset += 10) {
            assertThat(after(15, offset + 10, offset)).isZero();
        }
    }

    @Test
    void whoStandsStillIsBehindSinceTheFirstItLacks() {
        assertThat(after(15, 10, 9)).isZero();
        assertThat(after(15, 10, 9)).isEqualTo(15);
        assertThat(after(60, 500, 9)).isEqualTo(75);
        assertThat(after(15, 500, 500)).isZero();
    }

    @Test
    void whoCatchesUpIsBehindSinceTheOldestItStillLacks() {
        after(15, 10, 0);
        after(15, 20, 0);
        assertThat(after(15, 30, 10)).isEqualTo(15);
        assertThat(after(15, 30, 20)).isEqualTo(15);
        assertThat(after(15, 30, 30)).isZero();
    }

    @Test
    void onePartitionIsEnough() {
        history.seconds(0, Map.of("a", 10L, "b", 10L), Map.of("a", 10L, "b", 9L));
        assertThat(history.seconds(TimeUnit.SECONDS.toNanos(30), Map.of("a", 20L, "b", 10L), Map.of("a", 20L, "b", 9L)))
                .isEqualTo(30);
    }

    @Test
    void aPartitionThatNobodyReadYetCounts() {
        history.seconds(0, Map.of("a", 10L, "b", 1L), Map.of("a", 10L));
        assertThat(history.seconds(TimeUnit.SECONDS.toNanos(30), Map.of("a", 10L, "b", 1L), Map.of("a", 10L)))
                .isEqualTo(30);
    }

    @Test
    void aLongOutageForgetsDetailsButNotItsBeginning() {
        for (int measures = 0; measures < 5000; measures++) {
            after(15, measures + 1, 0);
        }
        assertThat(after(15, 6000, 0)).isEqualTo(5000 * 15);
    }

    private double after(int seconds, long end, long reached) {
        now += seconds;
        return history.seconds(TimeUnit.SECONDS.toNanos(now), Map.of("p", end), Map.of("p", reached));
    }
}
