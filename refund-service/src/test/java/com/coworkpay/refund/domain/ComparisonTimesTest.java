package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTimesTest {

    private static final Instant APPROVED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(180);

    @ParameterizedTest
    @CsvSource({
        // age when compared, next age, its step
        "PT0S, PT1H, 0",
        "PT59M59S, PT1H, 0",
        "PT1H, PT6H, 1",
        "PT6H, P1D, 2",
        "P1D, P3D, 3",
        "P3D, P7D, 4",
        "P7D, P14D, 5",
        "P14D, P30D, 6",
        "P30D, P60D, 6",
        // Late, as there was no quota: what was missed is not made up for.
        "P2D, P3D, 3",
        "P100D, P120D, 6",
        "P150D, P180D, 6",
        // A clock that went back.
        "-PT5M, PT1H, 0"
    })
    void aPaymentIsComparedAtItsNextAge(Duration age, Duration next, int step) {
        for (ComparisonOutcome outcome :
                new ComparisonOutcome[] {ComparisonOutcome.MATCHING, ComparisonOutcome.RECORDED}) {
            assertThat(next(outcome, null, age)).contains(new ComparisonTimes.Next(step, APPROVED.plus(next)));
        }
    }

    @ParameterizedTest
    @CsvSource({"P151D, P180D", "P179DT23H, P180D"})
    void toTheEndOfItsWindow(Duration age, Duration next) {
        assertThat(next(ComparisonOutcome.MATCHING, null, age).orElseThrow().at())
                .isEqualTo(APPROVED.plus(next));
    }

    @ParameterizedTest
    @CsvSource({"MATCHING, P180D", "RECORDED, P400D", "NO_ANSWER, P179DT23H55M", "REFUND_UNDER_WAY, P180D"})
    void andNotAfterIt(ComparisonOutcome outcome, Duration age) {
        assertThat(next(outcome, null, age)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNEXPLAINED", "NO_ANSWER", "REFUND_UNDER_WAY"})
    void whatIsNotExplainedIsComparedFirstAndAfterItsWindowToo(ComparisonOutcome outcome) {
        Duration age = Duration.ofDays(500);
        Instant at = APPROVED.plus(age);
        assertThat(next(outcome, at.minusSeconds(1), age))
                .contains(new ComparisonTimes.Next(0, at.plus(Duration.ofMinutes(10))));
        assertThat(next(outcome, at.minus(Duration.ofHours(5)), age)
                        .orElseThrow()
                        .at())
                .isEqualTo(at.plus(Duration.ofHours(5)));
        assertThat(next(outcome, at.minus(Duration.ofDays(90)), age)
                        .orElseThrow()
                        .at())
                .isEqualTo(at.plus(Duration.ofDays(1)));
    }

    private static Optional<ComparisonTimes.Next> next(
            ComparisonOutcome outcome, @Nullable Instant unexplainedSince, Duration age) {
        return ComparisonTimes.next(APPROVED, WINDOW, 2, outcome, unexplainedSince, true, APPROVED.plus(age));
    }
}
