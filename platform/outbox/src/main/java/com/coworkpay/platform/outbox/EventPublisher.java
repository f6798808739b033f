package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Publishes a batch: the keys side by side, within a key one after the other, and no further than its first failure.
@ApplicationScoped
class EventPublisher {
    private final EventProducer producer;
    private final String service;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("outbox-key").start(task);

    EventPublisher(EventProducer producer, OutboxConfig config) {
        this.producer = producer;
        this.service = config.service();
    }

    /// Never fails; ends on a thread of its own.
    ///
    /// @param blocked what is not tried
    Uni<PublishResult> publish(List<OutboxRow> batch, Set<Lane> blocked) {
        Map<OutboxKey, List<OutboxRow>> byKey = new LinkedHashMap<>();
        batch.forEach(row ->
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        return Uni.createFrom().completionStage(() -> publishKeys(byKey, blocked));
    }

    private CompletableFuture<PublishResult> publishKeys(Map<OutboxKey, List<OutboxRow>> byKey, Set<Lane> blocked) {
        ConcurrentLinkedQueue<UUID> published = new ConcurrentLinkedQueue<>();
        Map<OutboxKey, PublishResult.Failed> failed = new ConcurrentHashMap<>();
        CompletableFuture<?>[] keys = byKey.entrySet().stream()
                .map(key -> CompletableFuture.runAsync(
                        () -> {
                            for (OutboxRow row : key.getValue()) {
                                PublishFailedException failure = publish(row, blocked);
                                if (failure != null) {
                                    failed.put(key.getKey(), new PublishResult.Failed(row.id(), failure));
                                    return;
                                }
                                published.add(row.id());
                            }
                        },
                        virtualThreads))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(keys)
                .thenApply(done -> new PublishResult(List.copyOf(published), Map.copyOf(failed)));
    }

    private @Nullable PublishFailedException publish(OutboxRow row, Set<Lane> blocked) {
        try {
            ProducerRecord<byte[], byte[]> outgoing = CloudEventRecord.of(row, service);
            Lane lane = blocked.isEmpty() ? null : blockedLane(outgoing, blocked);
            if (lane != null) {
                return PublishFailedException.blocked(lane);
            }
            producer.send(outgoing);
            return null;
        } catch (PublishFailedException e) {
            return e;
        } catch (RuntimeException e) {
            return new PublishFailedException(e, -1, 0);
        }
    }

    private @Nullable Lane blockedLane(ProducerRecord<byte[], byte[]> outgoing, Set<Lane> blocked) {
        if (blocked.stream().noneMatch(lane -> lane.topic().equals(outgoing.topic()))) {
            return null;
        }
        Lane lane = new Lane(outgoing.topic(), producer.partitionOf(outgoing.topic(), outgoing.key()));
        return blocked.contains(lane) ? lane : null;
    }
}
