package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private static final Instant READ = Instant.parse("2030-01-09T09:00:00.123456Z");

    /// A monotonic clock may begin anywhere, and pass over the end of its range.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);

    private final DatabaseTime time = DatabaseTime.of(READ, nanos::get);

    @Test
    void goesOnWithTheMonotonicClock() {
        nanos.addAndGet(2_000_001_999L);

        assertThat(time.now()).isEqualTo("2030-01-09T09:00:02.123457Z");
    }

    @Test
    void aStepOfTheWallClockDoesNotMatter() {
        // Nothing but the monotonic clock is read: the time stands still as long as that one does.
        assertThat(time.now()).isEqualTo(READ);
        assertThat(time.now()).isEqualTo(READ);
    }

    @Test
    void countsDownToAMoment() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(time.until(READ.plusSeconds(10))).isEqualTo(Duration.ofSeconds(7));
        assertThat(time.until(READ.plusSeconds(2))).isEqualTo(Duration.ZERO);
    }
}
