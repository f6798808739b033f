package com.coworkpay.platform.outbox;

import com.coworkpay.platform.outbox.RecordProbe.Passed;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// How far somebody really is who has handled all records up to an offset: what follows may hold none. Looked at where
/// they stand still before the end, and once only for the same place: a record that lies there stays.
///
/// For one asker, one question at a time.
public final class ReachedOffsets {
    private record Known(long from, Passed passed) {}

    private final RecordProbe probe;
    private final Map<TopicPartition, Long> before = new HashMap<>();
    private final Map<TopicPartition, Known> known = new ConcurrentHashMap<>();

    ReachedOffsets(RecordProbe probe) {
        this.probe = probe;
    }

    /// @param reached the offset after the last record that was handled
    /// @param ends the offset after all that the partition holds
    /// @return those of `reached`, moved on over what holds no record
    public Uni<Map<TopicPartition, Long>> passEmpty(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> to = new HashMap<>();
        reached.forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (stands(partition, offset) && moved(partition, offset) < end && !isRecordAt(partition, offset)) {
                from.put(partition, moved(partition, offset));
                to.put(partition, end);
            }
        });
        before.clear();
        before.putAll(reached);
        if (from.isEmpty()) {
            return Uni.createFrom().item(() -> moved(reached));
        }
        return probe.pass(from, to)
                .invoke(passed -> passed.forEach((partition, each) ->
                        known.put(partition, new Known(reached.getOrDefault(partition, 0L), each))))
                // What could not be looked at stays as it is told.
                .onItemOrFailure()
                .transform((_, _) -> moved(reached));
    }

    private boolean stands(TopicPartition partition, long offset) {
        return before.getOrDefault(partition, -1L) == offset;
    }

    private boolean isRecordAt(TopicPartition partition, long offset) {
        Known here = known.get(partition);
        return here != null && here.from() == offset && here.passed().isRecord();
    }

    private Map<TopicPartition, Long> moved(Map<TopicPartition, Long> reached) {
        Map<TopicPartition, Long> moved = new HashMap<>();
        reached.forEach((partition, offset) -> moved.put(partition, moved(partition, offset)));
        return moved;
    }

    private long moved(TopicPartition partition, long offset) {
        Known here = known.get(partition);
        return here != null && here.from() <= offset
                ? Math.max(offset, here.passed().to())
                : offset;
    }
}
