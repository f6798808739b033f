package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Which times are believed, at any moment of the years that events may tell.
class EventTimesProperties {

    private static final EventTimes TIMES = new EventTimes(Duration.ofMinutes(5), Duration.ofHours(6));
    private static final long LAST = 253_000_000_000L;

    @Property
    void whatIsWithinTheBoundsIsBelievedWheneverItWas(
            @ForAll @LongRange(min = 100_000, max = LAST) long at,
            @ForAll @IntRange(min = -6 * 3600, max = 300) int seconds) {
        Instant event = Instant.ofEpochSecond(at);
        assertThat(TIMES.byEvent(event.plusSeconds(seconds), event, true)).isEmpty();
        assertThat(TIMES.byEvent(event.plusSeconds(seconds), event, false)).isEmpty();
        assertThat(TIMES.byPayment(event.plusSeconds(seconds), event)).isEmpty();
    }

    @Property
    void whatIsLaterIsNotBelieved(
            @ForAll @LongRange(min = 0, max = LAST) long at, @ForAll @LongRange(min = 1, max = LAST) long nanos) {
        Instant event = Instant.ofEpochSecond(at);
        Instant stated = event.plusSeconds(300).plusNanos(nanos);
        assertThat(TIMES.byEvent(stated, event, true)).contains(SetAsideReason.LATER_THAN_EVENT);
        assertThat(TIMES.byEvent(stated, event, false)).contains(SetAsideReason.LATER_THAN_EVENT);
        assertThat(TIMES.byPayment(stated, event)).isEmpty();
    }

    @Property
    void whatIsMuchEarlierIsBelievedOnlyOfARecordWithoutATimeOfItsOwn(
            @ForAll @LongRange(min = 100_000, max = LAST) long at,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long nanos) {
        Instant event = Instant.ofEpochSecond(at);
        Instant stated = event.minusSeconds(6 * 3600).minusNanos(nanos);
        assertThat(TIMES.byEvent(stated, event, true)).contains(SetAsideReason.EARLIER_THAN_EVENT);
        assertThat(TIMES.byEvent(stated, event, false)).isEmpty();
        assertThat(TIMES.byPayment(stated, event)).contains(SetAsideReason.EARLIER_THAN_PAYMENT);
    }

    @Property
    void aZonesMistakeAndTheEpochAreFound(@ForAll @LongRange(min = 1_500_000_000, max = LAST) long at) {
        Instant event = Instant.ofEpochSecond(at);
        assertThat(TIMES.byEvent(event.minus(Duration.ofHours(9)), event, true)).isPresent();
        assertThat(TIMES.byEvent(event.plus(Duration.ofHours(9)), event, true)).isPresent();
        assertThat(TIMES.byEvent(Instant.EPOCH, event, true)).isPresent();
        assertThat(TIMES.byPayment(Instant.EPOCH, event)).isPresent();
    }

    @Example
    void boundsThatHarmAreRefused() {
        for (List<Duration> bounds : List.of(
                List.of(Duration.ofSeconds(-1), Duration.ofHours(6)),
                List.of(Duration.ofHours(7), Duration.ofHours(6)),
                List.of(Duration.ofMinutes(5), Duration.ofHours(9)),
                List.of(Duration.ofMinutes(5), Duration.ofDays(1)))) {
            assertThatThrownBy(() -> new EventTimes(bounds.getFirst(), bounds.getLast()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("coworkpay.cancellations.");
        }
    }
}
