package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.ProjectionStore;
import com.coworkpay.reporting.projection.RecordMapper;
import com.coworkpay.reporting.projection.domain.Bounds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/// Reads the topics from where the rebuild stands to its target; every batch is one transaction with its positions, so
/// that whoever goes on begins exactly there.
@ApplicationScoped
class ReadTopics {

    /// This process is about to end: what is stored is enough for another one to go on with the rebuild.
    static final class ShutdownException extends RuntimeException {
        private ShutdownException() {
            super("the process stops", null, false, false);
        }
    }

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final RebuildProgressStore steps;
    private final TopicReader.Factory readers;
    private final RecordMapper recordMapper;
    private final ProjectionStore projection;
    private final Pool pool;
    private final InFlightWork inHand;
    private final int batch;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("rebuild").start(task);

    ReadTopics(
            RebuildProgressStore steps,
            TopicReader.Factory readers,
            RecordMapper recordMapper,
            ProjectionStore projection,
            Pool pool,
            InFlightWork inHand,
            ReportingConfig config) {
        this.steps = steps;
        this.readers = readers;
        this.recordMapper = recordMapper;
        this.projection = projection;
        this.pool = pool;
        this.inHand = inHand;
        this.batch = config.rebuild().batch();
    }

    Uni<Void> readToTarget(RebuildLease lease) {
        return steps.remaining().chain(open -> {
            Map<TopicPartition, Long> from = new HashMap<>();
            Map<TopicPartition, Long> to = new HashMap<>();
            open.forEach((partition, bounds) -> put(partition, bounds, from, to));
            return blocking(() -> readers.open(from, batch)).chain(reader -> readToTarget(lease, reader, to)
                    .eventually(() -> blocking(() -> {
                        reader.close();
                        return true;
                    })));
        });
    }

    private static void put(
            TopicPartition partition, Bounds bounds, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        from.put(partition, bounds.beginning());
        to.put(partition, bounds.end());
    }

    private Uni<Void> readToTarget(RebuildLease lease, TopicReader reader, Map<TopicPartition, Long> to) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(lease, reader, to))
                .until(there -> there)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /// @return whether the target is reached
    private Uni<Boolean> step(RebuildLease lease, TopicReader reader, Map<TopicPartition, Long> to) {
        if (inHand.isStopping()) {
            return Uni.createFrom().failure(new ShutdownException());
        }
        return blocking(() -> reader.read(POLL_TIMEOUT)).chain(read -> apply(lease, read)
                .onFailure(ReadTopics::isOfTheData)
                .recoverWithUni(() -> oneByOne(lease, read))
                .replaceWith(() -> to.entrySet().stream()
                        .allMatch(end -> read.positions().getOrDefault(end.getKey(), 0L) >= end.getValue())));
    }

    private Uni<Void> apply(RebuildLease lease, TopicReader.Batch read) {
        RecordMapper.Result mapped = recordMapper.map(read.records(), read.positions());
        return pool.withTransaction(
                connection -> steps.renew(connection, lease, read.records().size(), mapped.skipped())
                        .chain(() -> projection.rebuild(connection, mapped)));
    }

    /// The database takes one of them not, as it did not take it from the consumers, which set it aside.
    private Uni<Void> oneByOne(RebuildLease lease, TopicReader.Batch read) {
        return Multi.createFrom()
                .iterable(read.records())
                .onItem()
                .transformToUniAndConcatenate(each -> apply(lease, new TopicReader.Batch(List.of(each), Map.of()))
                        .onFailure(ReadTopics::isOfTheData)
                        .recoverWithUni(() -> steps.renew(pool, lease, 1, 1)))
                .collect()
                .last()
                .chain(() -> apply(lease, new TopicReader.Batch(List.of(), read.positions())));
    }

    /// SQLSTATE classes of a data exception and of an integrity constraint.
    private static boolean isOfTheData(Throwable failure) {
        return failure instanceof PgException e
                && (e.getSqlState().startsWith("22") || e.getSqlState().startsWith("23"));
    }

    private <T> Uni<T> blocking(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(virtualThreads);
    }
}
