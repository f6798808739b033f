package com.coworkpay.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Topics and partitions that take nothing, each with the one event by which it is tried again after a growing pause.
/// Memory of the one relay, as small as the topics are few; a new one learns it again by one failure each. For one
/// thread.
final class BlockedLanes {
    private static final int FIRST_PAUSE_PART = 50;

    private record Block(UUID trial, int failures, long untilNanos) {}

    private final Map<Lane, Block> blocks = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final long maxPauseNanos;

    BlockedLanes(Duration maxPause) {
        this.maxPauseNanos = maxPause.toNanos();
    }

    /// @param trial an event that waits for it, the oldest of its key
    /// @param ofPartitions as many as the topic has; 0 where that is not known
    void block(Lane lane, UUID trial, int ofPartitions, long nowNanos) {
        int failures = failuresOf(lane) + 1;
        long first = maxPauseNanos / FIRST_PAUSE_PART;
        long pause = Math.min(maxPauseNanos, first << Math.min(failures - 1, 20));
        blocks.put(lane, new Block(trial, failures, nowNanos + pause));
        if (ofPartitions > 0) {
            partitions.put(lane.topic(), ofPartitions);
        }
    }

    void open(Lane lane) {
        blocks.remove(lane);
    }

    /// Kafka takes something again after it took nothing: most likely it is back for all.
    void tryAllNow(long nowNanos) {
        blocks.replaceAll((lane, block) -> new Block(block.trial(), block.failures(), nowNanos));
    }

    /// Some keys wait for it, and it is not known why.
    void tryUnknown(Lane lane, UUID trial) {
        blocks.putIfAbsent(lane, new Block(trial, 0, System.nanoTime()));
    }

    /// Those that are to be tried again, with the events to do it by.
    Map<UUID, Lane> due(long nowNanos) {
        return blocks.entrySet().stream()
                .filter(block -> block.getValue().untilNanos() - nowNanos <= 0)
                .collect(Collectors.toMap(block -> block.getValue().trial(), Map.Entry::getKey, (one, other) -> one));
    }

    /// Topics of which nothing is to be read: blocked as a whole, or in each of their partitions.
    List<String> topics() {
        return blocks.keySet().stream()
                .map(Lane::topic)
                .distinct()
                .filter(topic -> blocks.containsKey(Lane.of(topic)) || isBlockedInAll(topic))
                .toList();
    }

    Set<Lane> all() {
        return Set.copyOf(blocks.keySet());
    }

    int failuresOf(Lane lane) {
        Block block = blocks.get(lane);
        return block == null ? 0 : block.failures();
    }

    int size() {
        return blocks.size();
    }

    private boolean isBlockedInAll(String topic) {
        long blocked = blocks.keySet().stream()
                .filter(lane -> lane.topic().equals(topic))
                .count();
        return blocked >= partitions.getOrDefault(topic, Integer.MAX_VALUE);
    }
}
