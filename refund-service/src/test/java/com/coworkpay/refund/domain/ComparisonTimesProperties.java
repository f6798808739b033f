package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ComparisonTimesProperties {

    private static final Instant APPROVED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(180);

    /// Whatever the age: strictly later, within the window, and the older the payment the longer the pause.
    @Property
    void pausesGrowWithTheAge(@ForAll @LongRange(min = 0, max = 200 * 86400) long seconds) {
        Duration age = Duration.ofSeconds(seconds);
        Optional<ComparisonTimes.Next> next = next(ComparisonTimes.LAST_STEP, age);
        assertThat(next.isPresent()).isEqualTo(seconds < WINDOW.toSeconds());
        next.ifPresent(found -> {
            assertThat(found.at()).isAfter(APPROVED.plus(age)).isBeforeOrEqualTo(APPROVED.plus(WINDOW));
            assertThat(found.step()).isBetween(0, ComparisonTimes.LAST_STEP);
            next(found.step(), Duration.between(APPROVED, found.at())).ifPresent(later -> {
                assertThat(later.step()).isGreaterThanOrEqualTo(found.step());
                assertThat(Duration.between(found.at(), later.at()))
                        .isGreaterThanOrEqualTo(
                                Duration.between(APPROVED.plus(age), found.at()).dividedBy(2));
            });
        });
    }

    private static Optional<ComparisonTimes.Next> next(int step, Duration age) {
        return ComparisonTimes.next(APPROVED, WINDOW, step, ComparisonOutcome.MATCHING, null, true, APPROVED.plus(age));
    }
}
