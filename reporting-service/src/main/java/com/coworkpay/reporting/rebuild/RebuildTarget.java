package com.coworkpay.reporting.rebuild;

import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Positions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// From where to where a rebuild reads.
record RebuildTarget(Map<TopicPartition, Bounds> bounds) {

    RebuildTarget {
        bounds = Map.copyOf(bounds);
    }

    /// A report made from less than the whole would silently lack payments.
    ///
    /// @param uncompacted topics of which nothing may be gone
    /// @param read what the consumers have read already
    Optional<RebuildFailure> failure(Set<String> uncompacted, Positions read) {
        for (Map.Entry<TopicPartition, Bounds> each : bounds.entrySet()) {
            if (uncompacted.contains(each.getKey().topic()) && each.getValue().beginning() > 0) {
                return Optional.of(RebuildFailure.TOPIC_BEGINS_LATE);
            }
        }
        boolean shorter = read.byPartition().values().stream().anyMatch(position -> {
            Bounds now = bounds.get(position.partition());
            return position.nextOffset() > (now == null ? 0 : now.end());
        });
        return shorter ? Optional.of(RebuildFailure.TOPIC_ENDS_EARLY) : Optional.empty();
    }
}
