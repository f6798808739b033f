package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.observability.WorkInHand;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Partition;
import com.coworkpay.reporting.projection.persistence.Feeding;
import com.coworkpay.reporting.projection.persistence.Projection;
import com.coworkpay.reporting.rebuild.domain.Held;
import com.coworkpay.reporting.rebuild.persistence.RebuildSteps;
import com.coworkpay.reporting.topics.TopicReader;
import com.coworkpay.reporting.topics.TopicReaders;
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

/// Reads the topics from where the rebuild stands to its aim; every batch is one transaction with its positions, so
/// that whoever goes on begins exactly there.
@ApplicationScoped
public class ReadTopics {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final RebuildSteps steps;
    private final TopicReaders readers;
    private final RecordFacts recordFacts;
    private final Projection projection;
    private final Pool pool;
    private final WorkInHand inHand;
    private final int batch;
    private final Executor virtualThreads =
            task -> Thread.ofVirtual().name("rebuild").start(task);

    ReadTopics(
            RebuildSteps steps,
            TopicReaders readers,
            RecordFacts recordFacts,
            Projection projection,
            Pool pool,
            WorkInHand inHand,
            ReportingConfig config) {
        this.steps = steps;
        this.readers = readers;
        this.recordFacts = recordFacts;
        this.projection = projection;
        this.pool = pool;
        this.inHand = inHand;
        this.batch = config.rebuild().batch();
    }

    Uni<Void> toTheAim(Held held) {
        return steps.open().chain(open -> {
            Map<Partition, Long> from = new HashMap<>();
            Map<Partition, Long> to = new HashMap<>();
            open.forEach((partition, bounds) -> put(partition, bounds, from, to));
            return blocking(() -> readers.open(from, batch)).chain(reader -> toTheAim(held, reader, to)
                    .eventually(() -> blocking(() -> {
                        reader.close();
                        return true;
                    })));
        });
    }

    private static void put(Partition partition, Bounds bounds, Map<Partition, Long> from, Map<Partition, Long> to) {
        from.put(partition, bounds.beginning());
        to.put(partition, bounds.end());
    }

    private Uni<Void> toTheAim(Held held, TopicReader reader, Map<Partition, Long> to) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(held, reader, to))
                .until(there -> there)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /// @return whether the aim is reached
    private Uni<Boolean> step(Held held, TopicReader reader, Map<Partition, Long> to) {
        if (inHand.isStopping()) {
            return Uni.createFrom().failure(new ProcessStops());
        }
        return blocking(() -> reader.read(PATIENCE)).chain(read -> keep(held, read)
                .onFailure(ReadTopics::isOfTheData)
                .recoverWithUni(() -> oneByOne(held, read))
                .replaceWith(() -> to.entrySet().stream()
                        .allMatch(aim -> read.positions().getOrDefault(aim.getKey(), 0L) >= aim.getValue())));
    }

    private Uni<Void> keep(Held held, TopicReader.Read read) {
        RecordFacts.Known known = recordFacts.of(read);
        return pool.withTransaction(
                connection -> steps.renew(connection, held, read.records().size(), known.skipped())
                        .chain(() -> projection.keep(connection, Feeding.REBUILD, known.facts())));
    }

    /// The database takes one of them not, as it did not take it from the consumers, which set it aside.
    private Uni<Void> oneByOne(Held held, TopicReader.Read read) {
        return Multi.createFrom()
                .iterable(read.records())
                .onItem()
                .transformToUniAndConcatenate(each -> keep(held, new TopicReader.Read(List.of(each), Map.of()))
                        .onFailure(ReadTopics::isOfTheData)
                        .recoverWithUni(() -> steps.renew(pool, held, 1, 1)))
                .collect()
                .last()
                .chain(() -> keep(held, new TopicReader.Read(List.of(), read.positions())));
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
