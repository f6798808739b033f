package com.coworkpay.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long ago a topic ended where a group has not come yet: found by remembering where it ended, measure by measure.
/// It begins with this process, so a group that was behind before is as far behind as this process is old.
final class LagHistory<P> {
    /// Over it every second measure is forgotten: the oldest stays, so an old lag is still shown rightly.
    private static final int MAX_MEASURES = 128;

    private record Measure<P>(long atNanos, Map<P, Long> ends) {}

    private final List<Measure<P>> unreached = new ArrayList<>();

    /// @param ends the offset after the last record of each partition
    /// @param reached the offset after the last record that the group has handled; of partitions it knows
    /// @return seconds; 0 if the group has all that there was at the measure before this one
    double seconds(long nowNanos, Map<P, Long> ends, Map<P, Long> reached) {
        unreached.removeIf(measure -> isReached(measure.ends(), reached));
        if (!isReached(ends, reached)) {
            unreached.add(new Measure<>(nowNanos, Map.copyOf(ends)));
            thinOut();
        }
        return unreached.isEmpty() ? 0 : (nowNanos - unreached.getFirst().atNanos()) / 1e9;
    }

    private void thinOut() {
        if (unreached.size() > MAX_MEASURES) {
            for (int i = unreached.size() - 1; i > 0; i -= 2) {
                unreached.remove(i);
            }
        }
    }

    private static <P> boolean isReached(Map<P, Long> ends, Map<P, Long> reached) {
        return ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
