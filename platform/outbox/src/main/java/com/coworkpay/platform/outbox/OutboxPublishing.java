package com.coworkpay.platform.outbox;

import com.coworkpay.platform.outbox.OutboxLease.Held;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/// What the relay does in a turn: reads a batch, publishes it, marks what Kafka has. Whatever Kafka does not take is
/// put
/// where the next batches do not find it: a topic out of the read, a key into `outbox_blocked_key`. So a turn's cost
/// does not grow with what is blocked, and a turn never waits for the same topic or partition twice: they are tried
/// again beside the turns ([OutboxRetry]). For one context.
final class OutboxPublishing {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LOUD_AFTER_FAILURES = 5;

    private final OutboxConfig config;
    private final OutboxLease lease;
    private final OutboxStore store;
    private final EventPublisher publisher;
    private final RelayMetrics metrics;
    private final Executor context;
    final BlockedLanes lanes;

    /// Whether keys may wait in `outbox_blocked_key`, as far as is known.
    boolean someAreBlocked = true;

    private boolean kafkaWasThere = true;

    OutboxPublishing(
            OutboxConfig config,
            OutboxLease lease,
            OutboxStore store,
            EventPublisher publisher,
            RelayMetrics metrics,
            Executor context) {
        this.config = config;
        this.lease = lease;
        this.store = store;
        this.publisher = publisher;
        this.metrics = metrics;
        this.context = context;
        this.lanes = new BlockedLanes(config.retryPauseMax());
    }

    /// Whether there may be more at once.
    Uni<Boolean> turn(Held held) {
        return store.unpublished(config.batchSize(), lanes.topics())
                .chain(batch -> batch.isEmpty()
                        ? Uni.createFrom().item(Boolean.FALSE)
                        : publish(held, batch, lanes.all(), false).replaceWith(batch.size() == config.batchSize()));
    }

    private Uni<PublishResult> publish(Held held, List<OutboxRow> batch, Set<Lane> blocked, boolean again) {
        return publisher.publish(batch, blocked).emitOn(context).chain(done -> settle(held, batch, done, again)
                .replaceWith(done));
    }

    /// Rows that were not taken before, whatever is blocked.
    Uni<PublishResult> publishAgain(Held held, List<OutboxRow> rows) {
        return publish(held, rows, Set.of(), true);
    }

    void open(Lane lane) {
        lanes.open(lane);
        metrics.blockedTopics.set(lanes.size());
    }

    private Uni<Void> settle(Held held, List<OutboxRow> batch, PublishResult done, boolean again) {
        List<BlockedKey> keys = learn(done, again);
        metrics.failures.increment(done.failed().values().stream()
                .filter(each -> each.failure().wasTried())
                .count());
        metrics.blockedTopics.set(lanes.size());
        return marked(held, batch, done.published())
                .chain(() -> keys.isEmpty() ? Uni.createFrom().voidItem() : store.block(held, keys));
    }

    private Uni<Void> marked(Held held, List<OutboxRow> batch, List<UUID> published) {
        if (published.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.markPublished(held, published)
                .invoke(marked -> {
                    if (marked == published.size()) {
                        metrics.published(rowsOf(batch, published));
                    } else {
                        // All or none, by the lease: the relay that has it now counts them.
                        LOG.warnf("outbox lease lost in epoch %d: another relay publishes on", held.epoch());
                        lease.forget();
                    }
                })
                .replaceWithVoid();
    }

    /// @return keys that are to wait
    private List<BlockedKey> learn(PublishResult done, boolean again) {
        long now = System.nanoTime();
        boolean kafkaIsThere = !done.published().isEmpty();
        if (kafkaIsThere && !kafkaWasThere) {
            lanes.tryAllNow(now);
        }
        kafkaWasThere = kafkaIsThere || done.failed().isEmpty();
        Set<Lane> failedNow = new HashSet<>();
        List<BlockedKey> keys = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Map.Entry<OutboxKey, PublishResult.Failed> each : done.failed().entrySet()) {
            OutboxKey key = each.getKey();
            PublishFailedException failure = each.getValue().failure();
            UUID row = each.getValue().row();
            switch (failure.extent()) {
                case RECORD -> {
                    keys.add(new BlockedKey(key, null, row));
                    refused.add(key + ": " + failure.getMessage());
                }
                case PARTITION -> {
                    keys.add(new BlockedKey(key, failure.partition(), row));
                    if (failure.wasTried()) {
                        block(new Lane(key.topic(), failure.partition()), row, failure, failedNow, now);
                    }
                }
                case TOPIC -> block(Lane.of(key.topic()), row, failure, failedNow, now);
            }
        }
        if (!refused.isEmpty() && !again) {
            LOG.errorf(
                    "outbox: %d event(s) are refused, their keys wait, others go on; one is of %s",
                    refused.size(), refused.getFirst());
        }
        someAreBlocked |= !keys.isEmpty();
        return keys;
    }

    /// Once for all keys of a batch.
    private void block(Lane lane, UUID trial, PublishFailedException failure, Set<Lane> failedNow, long now) {
        if (!failedNow.add(lane)) {
            return;
        }
        lanes.block(lane, trial, failure.partitions(), now);
        int failures = lanes.failuresOf(lane);
        if (failures == 1) {
            LOG.warnf("outbox: %s takes nothing, others go on: %s", lane, failure.getMessage());
        } else if (failures == LOUD_AFTER_FAILURES) {
            LOG.errorf("outbox: %s takes nothing (%d times), others go on: %s", lane, failures, failure.getMessage());
        }
    }

    private static List<OutboxRow> rowsOf(List<OutboxRow> batch, List<UUID> ids) {
        Set<UUID> these = Set.copyOf(ids);
        return batch.stream().filter(row -> these.contains(row.id())).toList();
    }
}
