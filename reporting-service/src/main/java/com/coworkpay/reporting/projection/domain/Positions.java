package com.coworkpay.reporting.projection.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// How far all topics were read.
public record Positions(Map<TopicPartition, Position> byPartition) {

    public Positions {
        byPartition = Map.copyOf(byPartition);
    }

    /// The furthest of each partition.
    public static Positions of(Collection<Position> positions) {
        Map<TopicPartition, Position> furthest = new LinkedHashMap<>();
        positions.forEach(position -> furthest.merge(position.partition(), position, Position::further));
        return new Positions(furthest);
    }

    /// Records before `end` that were not read.
    public long behind(TopicPartition partition, long end) {
        Position position = byPartition.get(partition);
        return Math.max(0, end - (position == null ? 0 : position.nextOffset()));
    }
}
