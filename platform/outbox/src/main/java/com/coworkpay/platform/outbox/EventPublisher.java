package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// Publishes a batch: the keys side by side, within a key one after the other, and no further than its first
/// failure.
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
    Uni<Delivery> publish(List<OutboxRow> batch) {
        Map<OutboxKey, List<OutboxRow>> byKey = new LinkedHashMap<>();
        batch.forEach(row ->
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        return Uni.createFrom().completionStage(() -> publishKeys(byKey));
    }

    private CompletableFuture<Delivery> publishKeys(Map<OutboxKey, List<OutboxRow>> byKey) {
        ConcurrentLinkedQueue<UUID> published = new ConcurrentLinkedQueue<>();
        Map<OutboxKey, PublishFailed> failed = new ConcurrentHashMap<>();
        CompletableFuture<?>[] keys = byKey.entrySet().stream()
                .map(key -> CompletableFuture.runAsync(
                        () -> publishInOrder(key.getKey(), key.getValue(), published, failed), virtualThreads))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(keys)
                .thenApply(done -> new Delivery(List.copyOf(published), Map.copyOf(failed)));
    }

    private void publishInOrder(
            OutboxKey key,
            List<OutboxRow> rows,
            ConcurrentLinkedQueue<UUID> published,
            Map<OutboxKey, PublishFailed> failed) {
        for (OutboxRow row : rows) {
            try {
                producer.send(CloudEventRecord.of(row, service));
                published.add(row.id());
            } catch (PublishFailed e) {
                failed.put(key, e);
                return;
            } catch (RuntimeException e) {
                failed.put(key, new PublishFailed(e));
                return;
            }
        }
    }
}
