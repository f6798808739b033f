package com.coworkpay.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys whose record failed and which are left alone for a growing pause, so that the others go on. Memory of the
/// one relay; a new one learns it again by one failure each. For one thread.
final class BlockedKeys {
    private static final int FIRST_PAUSE_PART = 50;

    private record Block(int failures, long untilNanos, boolean isTransient) {}

    private final Map<OutboxKey, Block> blocks = new HashMap<>();
    private final long longestPauseNanos;
    private final int most;
    private boolean kafkaWasThere = true;

    BlockedKeys(Duration longestPause, int most) {
        this.longestPauseNanos = longestPause.toNanos();
        this.most = most;
    }

    void learn(Delivery delivery, List<OutboxRow> batch, long nowNanos) {
        boolean kafkaIsThere = !delivery.published().isEmpty();
        if (kafkaIsThere && !kafkaWasThere) {
            blocks.values().removeIf(Block::isTransient);
        }
        kafkaWasThere = kafkaIsThere || delivery.failed().isEmpty();
        batch.stream()
                .map(OutboxRow::key)
                .filter(key -> !delivery.failed().containsKey(key))
                .forEach(blocks::remove);
        delivery.failed().forEach((key, failure) -> block(key, failure, nowNanos));
        if (blocks.size() > most) {
            blocks.clear();
        }
    }

    List<OutboxKey> at(long nowNanos) {
        return blocks.entrySet().stream()
                .filter(block -> block.getValue().untilNanos() - nowNanos > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Time until the first of them is tried again; null if there is none.
    @Nullable
    Duration nextIn(long nowNanos) {
        return blocks.values().stream()
                .map(block -> Math.max(0, block.untilNanos() - nowNanos))
                .min(Long::compare)
                .map(Duration::ofNanos)
                .orElse(null);
    }

    int failuresOf(OutboxKey key) {
        Block block = blocks.get(key);
        return block == null ? 0 : block.failures();
    }

    int size() {
        return blocks.size();
    }

    private void block(OutboxKey key, PublishFailed failure, long nowNanos) {
        int failures = failuresOf(key) + 1;
        long first = longestPauseNanos / FIRST_PAUSE_PART;
        long pause = Math.min(longestPauseNanos, first << Math.min(failures - 1, 20));
        blocks.put(key, new Block(failures, nowNanos + pause, failure.isTransient()));
    }
}
