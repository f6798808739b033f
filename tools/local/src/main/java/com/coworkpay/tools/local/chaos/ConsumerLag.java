package com.coworkpay.tools.local.chaos;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How many events the services' consumer groups have not handled yet. A process that was killed keeps its partitions
/// from its successor for some seconds.
public record ConsumerLag(String bootstrapServers) {
    /// Groups that read from now on and commit nothing.
    private static final String NEWS = "credentials";

    public long events() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            long lag = 0;
            for (var group : admin.listGroups().all().get()) {
                if (!group.groupId().contains(NEWS)) {
                    lag += of(
                            admin,
                            admin.listConsumerGroupOffsets(group.groupId())
                                    .partitionsToOffsetAndMetadata()
                                    .get());
                }
            }
            return lag;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka does not say how far its groups are", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static long of(Admin admin, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        var ends = admin.listOffsets(committed.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get();
        return committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry ->
                        Objects.requireNonNull(ends.get(entry.getKey())).offset()
                                - entry.getValue().offset())
                .sum();
    }
}
