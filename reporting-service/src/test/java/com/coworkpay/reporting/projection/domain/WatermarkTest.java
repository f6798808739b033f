package com.coworkpay.reporting.projection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    private static final TopicPartition ONE = new TopicPartition("payment.events", 0);
    private static final TopicPartition TWO = new TopicPartition("refund.events", 0);
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final Watermark watermark = new Watermark(10);

    @Test
    void completeUpToTheNewestSampleThatAllPartitionsReach() {
        sample(0, 5, 5);
        sample(1, 7, 5);
        sample(2, 9, 8);
        assertThat(watermark.of(positions(7, 6))).isEqualTo(new Completeness(T0.plusSeconds(1), 4L));
        assertThat(watermark.of(positions(9, 8))).isEqualTo(new Completeness(T0.plusSeconds(2), 0L));
    }

    @Test
    void onePartitionThatLagsHoldsAllBack() {
        sample(0, 5, 5);
        sample(1, 900, 5);
        assertThat(watermark.of(positions(899, 5)).upTo()).isEqualTo(T0);
    }

    @Test
    void whileNoSampleIsReachedItIsTheLastEventOfWhatLags() {
        sample(0, 500, 5);
        Positions read = Positions.of(
                List.of(new Position(ONE, 100, T0.minusSeconds(60)), new Position(TWO, 5, T0.minusSeconds(9000))));
        assertThat(watermark.of(read)).isEqualTo(new Completeness(T0.minusSeconds(60), 400L));
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        assertThat(watermark.of(positions(0, 0))).isEqualTo(new Completeness(null, null));
        sample(0, 5, 5);
        assertThat(watermark.of(positions(0, 0)).upTo()).isNull();
        assertThat(watermark.of(Positions.of(List.of(new Position(ONE, 5, T0)))).upTo())
                .isNull();
    }

    @Test
    void anEmptyTopicIsComplete() {
        sample(0, 0, 0);
        assertThat(watermark.of(positions(0, 0)).upTo()).isEqualTo(T0);
    }

    @Test
    void whileItLagsForLongOldSamplesAreThinnedOutAndNotForgotten() {
        for (int i = 0; i < 1000; i++) {
            sample(i, i, 0);
        }
        Instant upTo = watermark.of(positions(700, 0)).upTo();
        assertThat(upTo).isNotNull().isBeforeOrEqualTo(T0.plusSeconds(700));
    }

    private void sample(int second, long one, long two) {
        watermark.add(T0.plusSeconds(second), Map.of(ONE, one, TWO, two));
    }

    private static Positions positions(long one, long two) {
        return Positions.of(List.of(position(ONE, one, null), position(TWO, two, null)));
    }

    private static Position position(TopicPartition partition, long next, @Nullable Instant at) {
        return new Position(partition, next, at);
    }
}
