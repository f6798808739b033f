package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.observability.WorkInHand;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Partition;
import com.coworkpay.reporting.projection.persistence.PositionRows;
import com.coworkpay.reporting.rebuild.domain.Aim;
import com.coworkpay.reporting.rebuild.domain.Held;
import com.coworkpay.reporting.rebuild.domain.RebuildFailure;
import com.coworkpay.reporting.rebuild.persistence.RebuildSteps;
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
import org.jboss.logging.Logger;

/// Carries a rebuild out, in one process at a time, step by step; a process that takes it over goes on with the step
/// that is stored. Never fails: what does not work now is tried again.
@ApplicationScoped
public class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RebuildSteps steps;
    private final ReadTopics readTopics;
    private final PositionRows positions;
    private final TopicEnds ends;
    private final TopicNames topics;
    private final WorkInHand inHand;
    private final ReportingConfig.Rebuild config;

    /// At the start, and after each rebuild, the other slot may have something left in it.
    private volatile boolean untidy = true;

    RunRebuild(
            RebuildSteps steps,
            ReadTopics readTopics,
            PositionRows positions,
            TopicEnds ends,
            TopicNames topics,
            WorkInHand inHand,
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
    Uni<Void> look() {
        if (!config.enabled()) {
            return Uni.createFrom().voidItem();
        }
        return inHand.take(true, () -> steps.take()
                        .chain(taken -> taken.map(this::carryOut).orElseGet(this::tidy))
                        .replaceWith(true))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("no rebuild now: %s", failure);
                    return null;
                });
    }

    Uni<Void> carryOut(Held held) {
        LOG.infof("rebuild %s: this process goes on with it, %s", held.id(), held.phase());
        untidy = true;
        return prepared(held)
                .chain(this::aimed)
                .chain(aimed -> aimed.map(this::readAndSwitched)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure(LostRebuild.class)
                .recoverWithItem(() -> {
                    LOG.infof("rebuild %s is not this process's any more", held.id());
                    return null;
                })
                .onFailure(ProcessStops.class)
                .recoverWithUni(() -> {
                    LOG.infof("rebuild %s is left to another process: this one stops", held.id());
                    return steps.pause(held, ProcessStops.class.getSimpleName(), Duration.ZERO);
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(failure, "rebuild %s pauses", held.id());
                    return steps.pause(held, failure.getClass().getSimpleName(), PAUSE);
                });
    }

    private Uni<Held> prepared(Held held) {
        return switch (held.phase()) {
            case PREPARING -> steps.prepare(held);
            case FEEDING, READING -> Uni.createFrom().item(held);
        };
    }

    /// Empty if the topics do not hold the whole.
    private Uni<Optional<Held>> aimed(Held held) {
        return switch (held.phase()) {
            case PREPARING, FEEDING -> aim().chain(aim -> judged(held, aim));
            case READING -> Uni.createFrom().item(Optional.of(held));
        };
    }

    /// Where the topics begin and end, asked after the consumers were told to feed the slot.
    private Uni<Aim> aim() {
        return ends.beginnings().chain(beginnings -> ends.ends().map(found -> {
            Map<Partition, Bounds> bounds = new HashMap<>();
            found.forEach(
                    (partition, end) -> bounds.put(partition, new Bounds(beginnings.getOrDefault(partition, 0L), end)));
            return new Aim(bounds);
        }));
    }

    private Uni<Optional<Held>> judged(Held held, Aim aim) {
        return positions.now().chain(now -> {
            Optional<RebuildFailure> flaw = aim.flaw(Set.of(topics.payments(), topics.refunds()), now.positions());
            if (flaw.isEmpty()) {
                return steps.aim(held, aim).map(Optional::of);
            }
            LOG.errorf("rebuild %s is given up: %s", held.id(), flaw.get());
            return steps.fail(held, flaw.get()).replaceWith(Optional.empty());
        });
    }

    private Uni<Void> readAndSwitched(Held held) {
        return readTopics
                .toTheAim(held)
                .chain(steps::analyze)
                .chain(() -> steps.switchOver(held))
                .invoke(() -> LOG.infof("rebuild %s answers from now on", held.id()));
    }

    private Uni<Void> tidy() {
        return untidy
                ? steps.tidy().invoke(() -> untidy = false)
                : Uni.createFrom().voidItem();
    }
}
