package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Says up to which moment given positions are complete, by samples of how far the topics went.
///
/// The newest sample that is reached by the positions of all partitions is that moment: a statement about the topics,
/// not about anybody's clock. While none is reached, what is known is when the last events that were read of the
/// lagging partitions had been written.
///
/// What a sender has not published yet is not in the topics: its own outbox metrics show that.
public final class Watermark {

    private record Sample(Instant at, Map<TopicPartition, Long> ends) {

        boolean isReachedBy(Positions positions) {
            return ends.entrySet().stream().allMatch(end -> positions.behind(end.getKey(), end.getValue()) == 0);
        }

        long behind(Positions positions) {
            return ends.entrySet().stream()
                    .mapToLong(end -> positions.behind(end.getKey(), end.getValue()))
                    .sum();
        }
    }

    private final int max;
    private final Deque<Sample> newestFirst = new ArrayDeque<>();

    public Watermark(int max) {
        this.max = max;
    }

    /// @param ends how far the topics went at that moment, or a little later: whoever has read so far has all that
    /// was in them then
    public synchronized void add(Instant at, Map<TopicPartition, Long> ends) {
        newestFirst.addFirst(new Sample(at, Map.copyOf(ends)));
        if (newestFirst.size() > max) {
            thinOut();
        }
    }

    public synchronized Completeness of(Positions positions) {
        Sample newest = newestFirst.peekFirst();
        if (newest == null) {
            return new Completeness(lastEventOf(positions, null), null);
        }
        Sample reached = newestReached(positions);
        Instant upTo = reached == null ? lastEventOf(positions, newest) : reached.at();
        return new Completeness(upTo, newest.behind(positions));
    }

    /// Older ones are of no use any more: positions only grow.
    private @Nullable Sample newestReached(Positions positions) {
        for (Sample sample : newestFirst) {
            if (sample.isReachedBy(positions)) {
                while (newestFirst.peekLast() != sample) {
                    newestFirst.removeLast();
                }
                return sample;
            }
        }
        return null;
    }

    /// @param newest shows which partitions lag; all of them where absent
    private static @Nullable Instant lastEventOf(Positions positions, @Nullable Sample newest) {
        if (newest != null && !newest.ends().keySet().stream().allMatch(positions.byPartition()::containsKey)) {
            return null;
        }
        Instant earliest = null;
        for (Position position : positions.byPartition().values()) {
            Instant at = position.lastEventAt();
            if (!lags(position, newest)) {
                continue;
            }
            if (at == null) {
                return null;
            }
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        }
        return earliest;
    }

    private static boolean lags(Position position, @Nullable Sample newest) {
        return newest == null || newest.ends().getOrDefault(position.partition(), 0L) > position.nextOffset();
    }

    private void thinOut() {
        Iterator<Sample> each = newestFirst.iterator();
        for (int i = 0; each.hasNext(); i++) {
            each.next();
            if (i % 2 == 1) {
                each.remove();
            }
        }
    }
}
