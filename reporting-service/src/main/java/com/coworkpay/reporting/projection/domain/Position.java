package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// How far a partition was read: everything before `nextOffset`.
///
/// @param lastEventAt when the last event before it was written; null where there was none
public record Position(
        TopicPartition partition, long nextOffset, @Nullable Instant lastEventAt) {

    /// The further of two of one partition.
    static Position further(Position one, Position other) {
        return one.nextOffset >= other.nextOffset ? one : other;
    }
}
