package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.sql.TransientFailures;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.PositionStore;
import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.topics.TopicEnds;
import com.coworkpay.reporting.topics.TopicNames;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Carries a rebuild out, in one process at a time, step by step; a process that takes it over goes on with the step
/// that is stored. Never fails: what does not work now is tried again.
@ApplicationScoped
class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RebuildProgressStore steps;
    private final ReadTopics readTopics;
    private final PositionStore positions;
    private final TopicEnds ends;
    private final TopicNames topics;
    private final InFlightWork inHand;
    private final ReportingConfig.Rebuild config;

    /// At the start, and after each rebuild, the other side may have something left in it.
    private volatile boolean cleanUpNeeded = true;

    RunRebuild(
            RebuildProgressStore steps,
            ReadTopics readTopics,
            PositionStore positions,
            TopicEnds ends,
            TopicNames topics,
            InFlightWork inHand,
            ReportingConfig config) {
        this.steps = steps;
        this.readTopics = readTopics;
        this.positions = positions;
        this.ends = ends;
        this.topics = topics;
        this.inHand = inHand;
        this.config = config.rebuild();
    }

    @Scheduled(
            identity = "rebuild",
            every = "${coworkpay.reporting.rebuild.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        if (!config.enabled()) {
            return Uni.createFrom().voidItem();
        }
        return inHand.take(true, () -> steps.take()
                        .chain(taken -> taken.map(this::run).orElseGet(this::cleanUp))
                        .replaceWith(true))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("no rebuild now: %s", SafeErrorText.of(failure));
                    return null;
                });
    }

    Uni<Void> run(RebuildLease lease) {
        LOG.infof("rebuild %s: this process goes on with it, %s", lease.id(), lease.phase());
        cleanUpNeeded = true;
        return prepare(lease)
                .chain(this::findTarget)
                .chain(ready -> ready.map(this::readAndSwitch)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure(RebuildLease.LostException.class)
                .recoverWithItem(() -> {
                    LOG.infof("rebuild %s is not this process's any more", lease.id());
                    return null;
                })
                .onFailure(ReadTopics.ShutdownException.class)
                .recoverWithUni(() -> {
                    LOG.infof("rebuild %s is left to another process: this one stops", lease.id());
                    return steps.pause(lease, "The process that worked on it stopped.", Duration.ZERO);
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            SafeErrorText.traceOf(failure),
                            "rebuild %s pauses: %s",
                            lease.id(),
                            SafeErrorText.of(failure));
                    return steps.pause(lease, problem(failure), PAUSE);
                });
    }

    /// For an operator; the log has the failure itself.
    static String problem(Throwable failure) {
        if (TransientFailures.causes(failure).anyMatch(TransientFailures::isOne)) {
            return "The database cannot be reached, or is too busy.";
        }
        return TransientFailures.causes(failure).anyMatch(KafkaException.class::isInstance)
                ? "Kafka cannot be read."
                : "An unexpected error: see the log of the process.";
    }

    private Uni<RebuildLease> prepare(RebuildLease lease) {
        return switch (lease.phase()) {
            case PREPARING -> steps.prepare(lease);
            case REPLAYING, READING -> Uni.createFrom().item(lease);
        };
    }

    /// Empty if the topics do not hold the whole.
    private Uni<Optional<RebuildLease>> findTarget(RebuildLease lease) {
        return switch (lease.phase()) {
            case PREPARING, REPLAYING -> target().chain(target -> accept(lease, target));
            case READING -> Uni.createFrom().item(Optional.of(lease));
        };
    }

    /// Where the topics begin and end, asked after the consumers were set to feed the side.
    private Uni<RebuildTarget> target() {
        return ends.beginnings().chain(beginnings -> ends.ends().map(found -> {
            Map<TopicPartition, Bounds> bounds = new HashMap<>();
            found.forEach(
                    (partition, end) -> bounds.put(partition, new Bounds(beginnings.getOrDefault(partition, 0L), end)));
            return new RebuildTarget(bounds);
        }));
    }

    private Uni<Optional<RebuildLease>> accept(RebuildLease lease, RebuildTarget target) {
        return positions.now().chain(now -> {
            Optional<RebuildFailure> failure =
                    target.failure(Set.of(topics.payments(), topics.refunds()), now.positions());
            if (failure.isEmpty()) {
                return steps.setTarget(lease, target).map(Optional::of);
            }
            LOG.errorf("rebuild %s is given up: %s", lease.id(), failure.get());
            return steps.fail(lease, failure.get()).replaceWith(Optional.empty());
        });
    }

    private Uni<Void> readAndSwitch(RebuildLease lease) {
        return readTopics
                .readToTarget(lease)
                .chain(steps::analyze)
                .chain(() -> steps.switchOver(lease))
                .invoke(() -> LOG.infof("rebuild %s answers from now on", lease.id()));
    }

    private Uni<Void> cleanUp() {
        return cleanUpNeeded
                ? steps.cleanUp().invoke(() -> cleanUpNeeded = false)
                : Uni.createFrom().voidItem();
    }
}
