package com.coworkpay.platform.outbox;

import com.coworkpay.platform.outbox.OutboxLease.Held;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tries again what Kafka did not take: one event for each topic and partition, a handful of the events that are
/// refused
/// themselves, in turn. Beside the turns, which do not touch these keys. For one context.
final class OutboxRetry {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final OutboxKey FIRST = new OutboxKey("", "");

    private final OutboxConfig config;
    private final OutboxStore store;
    private final OutboxPublishing publishing;
    private OutboxKey lastRefused = FIRST;
    private long keysDueNanos = System.nanoTime();

    OutboxRetry(OutboxConfig config, OutboxStore store, OutboxPublishing publishing) {
        this.config = config;
        this.store = store;
        this.publishing = publishing;
    }

    /// A relay that has just begun its work tries at once what its predecessor could not publish.
    void begin() {
        publishing.someAreBlocked = true;
        keysDueNanos = System.nanoTime();
    }

    boolean isDue() {
        long now = System.nanoTime();
        return !publishing.lanes.due(now).isEmpty() || areKeysDue(now);
    }

    /// Whether something goes on again.
    Uni<Boolean> run(Held held) {
        return refused(System.nanoTime()).chain(refused -> {
            Map<UUID, Lane> trials = publishing.lanes.due(System.nanoTime());
            Set<UUID> ids = new HashSet<>(trials.keySet());
            ids.addAll(refused.keySet());
            return ids.isEmpty()
                    ? Uni.createFrom().item(Boolean.FALSE)
                    : store.unpublished(ids)
                            .chain(rows -> publishing.publishAgain(held, rows))
                            .chain(done -> unblocked(trials, refused, done));
        });
    }

    private boolean areKeysDue(long now) {
        return publishing.someAreBlocked && keysDueNanos - now <= 0;
    }

    /// What is to be tried of the keys that wait. A partition that keys wait for and that this relay knows nothing of
    /// is
    /// tried, too: it has just begun, or they were blocked while the partition was opened.
    private Uni<Map<UUID, OutboxKey>> refused(long now) {
        if (!areKeysDue(now)) {
            return Uni.createFrom().item(Map.of());
        }
        keysDueNanos = now + config.retryPauseMax().toNanos();
        return store.blockedLanes()
                .chain(lanes -> store.refused(lastRefused, config.retryBatch()).map(found -> {
                    lanes.forEach(publishing.lanes::tryUnknown);
                    publishing.someAreBlocked = !lanes.isEmpty() || !found.isEmpty() || !lastRefused.equals(FIRST);
                    lastRefused = found.size() < config.retryBatch()
                            ? FIRST
                            : found.getLast().key();
                    return byNext(found);
                }));
    }

    private static Map<UUID, OutboxKey> byNext(List<BlockedKey> refused) {
        Map<UUID, OutboxKey> byNext = new HashMap<>();
        refused.forEach(each -> byNext.put(each.next(), each.key()));
        return byNext;
    }

    /// What Kafka has, and what is not there to be tried any more.
    private Uni<Boolean> unblocked(Map<UUID, Lane> trials, Map<UUID, OutboxKey> refused, PublishResult done) {
        Map<UUID, PublishFailedException> failed = new HashMap<>();
        done.failed().values().forEach(each -> failed.put(each.row(), each.failure()));
        List<Lane> open = trials.entrySet().stream()
                .filter(trial -> !isStillBlocked(trial.getValue(), trial.getKey(), failed.get(trial.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        List<OutboxKey> passed = refused.entrySet().stream()
                .filter(key -> !failed.containsKey(key.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!passed.isEmpty()) {
            // The next ones at once: what kept them back is over, most likely.
            keysDueNanos = System.nanoTime();
        }
        return opened(open)
                .chain(() -> passed.isEmpty() ? Uni.createFrom().voidItem() : store.unblock(passed))
                .replaceWith(!open.isEmpty() || !passed.isEmpty());
    }

    private boolean isStillBlocked(Lane lane, UUID trial, @Nullable PublishFailedException failure) {
        if (failure == null || failure.extent() == PublishFailedException.Extent.RECORD) {
            return false;
        }
        if (failure.extent() == PublishFailedException.Extent.TOPIC && lane.partition() != Lane.WHOLE) {
            // The failure is kept for the whole topic; this one is not to be tried before it.
            publishing.lanes.block(lane, trial, 0, System.nanoTime());
            return true;
        }
        return lane.partition() == failure.partition();
    }

    private Uni<Void> opened(List<Lane> lanes) {
        return Multi.createFrom()
                .iterable(lanes)
                .onItem()
                .transformToUniAndConcatenate(lane -> store.unblock(lane).invoke(() -> {
                    LOG.infof("outbox: %s goes on", lane);
                    publishing.open(lane);
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
