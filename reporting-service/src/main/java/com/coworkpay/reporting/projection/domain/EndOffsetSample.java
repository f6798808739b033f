package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.Map;

/// How far the topics went at a moment, or a little later: whoever has read so far has all that was in them then.
public record EndOffsetSample(Instant at, Map<Partition, Long> ends) {

    public EndOffsetSample {
        ends = Map.copyOf(ends);
    }

    public boolean isReachedBy(Positions positions) {
        return ends.entrySet().stream().allMatch(end -> positions.behind(end.getKey(), end.getValue()) == 0);
    }

    public long behind(Positions positions) {
        return ends.entrySet().stream()
                .mapToLong(end -> positions.behind(end.getKey(), end.getValue()))
                .sum();
    }
}
