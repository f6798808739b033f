package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.Positions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RebuildTargetTest {

    private static final TopicPartition KEPT = new TopicPartition("payment.events", 0);
    private static final TopicPartition COMPACTED = new TopicPartition("integration.events", 0);

    @Test
    void theWholeIsFine() {
        assertThat(failure(new Bounds(0, 9), new Bounds(3, 5), 9)).isEmpty();
        assertThat(failure(new Bounds(0, 9), new Bounds(3, 5), 4)).isEmpty();
    }

    @Test
    void aTopicWhoseBeginningIsGoneMakesNoReport() {
        assertThat(failure(new Bounds(1, 9), new Bounds(0, 5), 9)).contains(RebuildFailure.TOPIC_BEGINS_LATE);
    }

    @Test
    void aTopicThatWasMadeAnewMakesNoReport() {
        assertThat(failure(new Bounds(0, 9), new Bounds(0, 5), 10)).contains(RebuildFailure.TOPIC_ENDS_EARLY);
        RebuildTarget nothing = new RebuildTarget(Map.of());
        assertThat(nothing.failure(Set.of("payment.events"), Positions.of(List.of(new Position(KEPT, 1, null)))))
                .contains(RebuildFailure.TOPIC_ENDS_EARLY);
    }

    private static java.util.Optional<RebuildFailure> failure(Bounds kept, Bounds compacted, long read) {
        return new RebuildTarget(Map.of(KEPT, kept, COMPACTED, compacted))
                .failure(Set.of("payment.events"), Positions.of(List.of(new Position(KEPT, read, null))));
    }
}
