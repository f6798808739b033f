package com.coworkpay.platform.outbox;

import com.coworkpay.platform.observability.SafeErrorText;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries events from the outbox to Kafka: at least once, in order within a key, one relay at work per database.
///
/// A turn ([OutboxPublishing]) reads a batch of unpublished rows, publishes it and marks what Kafka has. What Kafka
/// does
/// not take is tried again beside the turns ([OutboxRetry]). Between Kafka's word and the mark the process may die or
/// lose its lease: the next relay then publishes the rows again, with the same ids. Turns,
/// lease and requests to wake are all handled on one Vert.x context, so that no two turns overlap.
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration RELEASE_WAIT = Duration.ofSeconds(2);
    private static final Duration TURN_WAIT = Duration.ofSeconds(3);
    private static final Duration RETENTION_INTERVAL = Duration.ofMinutes(1);
    private static final int LOUD_AFTER_FAILURES = 5;

    private final Vertx vertx;
    private final OutboxConfig config;
    private final OutboxLease lease;
    private final OutboxStore store;
    private final RelayMetrics metrics;
    private final OutboxPublishing publishing;
    private final OutboxRetry retry;
    private final AtomicBoolean wakePending = new AtomicBoolean();

    private volatile @Nullable Context context;
    private boolean atWork;
    private boolean retrying;
    private boolean again;
    private long timer = -1;
    private long timerDueNanos;
    private long restUntilNanos = System.nanoTime();
    private int failedTurns;

    /// The process stops: no turn begins any more, and this is completed when none is under way.
    private @Nullable CompletableFuture<Void> atRest;

    OutboxRelay(
            Vertx vertx,
            OutboxConfig config,
            OutboxLease lease,
            OutboxStore store,
            EventPublisher publisher,
            RelayMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.lease = lease;
        this.store = store;
        this.metrics = metrics;
        this.publishing = new OutboxPublishing(config, lease, store, publisher, metrics, this::onContext);
        this.retry = new OutboxRetry(config, store, publishing);
    }

    /// Says that something was committed to the outbox: it goes out at once instead of at the next poll. Cheap, and
    /// fine from any thread; needed for speed only.
    public void wake() {
        Context current = context;
        if (current != null && wakePending.compareAndSet(false, true)) {
            current.runOnContext(ignored -> {
                wakePending.set(false);
                again = true;
                if (!atWork && lease.current().isPresent()) {
                    Duration rest = Duration.ofNanos(restUntilNanos - System.nanoTime());
                    turnIn(rest.compareTo(config.batchPause()) > 0 ? rest : config.batchPause());
                }
            });
        }
    }

    void start(@Observes StartupEvent started) {
        if (config.lease().compareTo(config.pollInterval().multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("coworkpay.outbox.lease must be at least three poll intervals");
        }
        Context own = vertx.getOrCreateContext();
        context = own;
        own.runOnContext(ignored -> {
            every(config.ageInterval(), this::measureAge);
            measureAge();
            if (config.relayEnabled()) {
                every(config.pollInterval(), this::keepLease);
                every(RETENTION_INTERVAL, this::forgetOld);
                keepLease();
            }
        });
    }

    private void every(Duration interval, Runnable work) {
        vertx.setPeriodic(interval.toMillis(), id -> {
            if (context == null) {
                vertx.cancelTimer(id);
            } else {
                work.run();
            }
        });
    }

    /// A turn that is under way ends with its mark, so that the next relay does not publish the same rows again; then
    /// the lease is released.
    void stop(@Observes ShutdownEvent stopping) {
        CompletableFuture<Void> rested = new CompletableFuture<>();
        Context own = context;
        if (own == null) {
            return;
        }
        own.runOnContext(ignored -> {
            atRest = rested;
            isToRest();
        });
        awaited(rested, TURN_WAIT, "a turn of the outbox relay does not end; its rows are published again");
        context = null;
        awaited(
                lease.release().subscribeAsCompletionStage(),
                RELEASE_WAIT,
                "the lease could not be released; it expires");
    }

    private static void awaited(CompletableFuture<Void> end, Duration limit, String otherwise) {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug(otherwise, late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLease() {
        lease.takeOrRenew()
                .subscribe()
                .with(
                        held -> {
                            boolean wasLeader = metrics.leader.getAndSet(held.isPresent() ? 1 : 0) == 1;
                            if (held.isPresent() && !wasLeader) {
                                LOG.infof(
                                        "outbox relay at work, epoch %d",
                                        held.get().epoch());
                                retry.begin();
                            }
                            if (held.isPresent()) {
                                goOn();
                            } else {
                                // The relay that is at work reports it.
                                metrics.blockedTopics.set(0);
                            }
                        },
                        failure -> LOG.debugf("outbox lease: %s", SafeErrorText.of(failure)));
    }

    private void goOn() {
        if (!atWork && timer < 0) {
            turn();
        }
        retry();
    }

    /// At the latest then. An earlier turn stands: put off by each wake, it would never come while they rain.
    private void turnIn(Duration pause) {
        long dueNanos = System.nanoTime() + pause.toNanos();
        if (timer >= 0) {
            if (timerDueNanos - dueNanos <= 0) {
                return;
            }
            vertx.cancelTimer(timer);
        }
        timerDueNanos = dueNanos;
        timer = vertx.setTimer(Math.max(1, pause.toMillis()), id -> turn());
    }

    private void turn() {
        timer = -1;
        if (atWork || context == null || atRest != null) {
            return;
        }
        atWork = true;
        again = false;
        lease.current()
                .map(publishing::turn)
                .orElseGet(() -> Uni.createFrom().item(Boolean.FALSE))
                .subscribe()
                .with(this::ended, this::failed);
    }

    /// Beside the turns: what is tried here may take as long as a send may.
    private void retry() {
        if (retrying || context == null || atRest != null || !retry.isDue()) {
            return;
        }
        lease.current().ifPresent(held -> {
            retrying = true;
            retry.run(held).subscribe().with(this::retried, failure -> {
                LOG.debugf("outbox retry: %s", SafeErrorText.of(failure));
                retried(false);
            });
        });
    }

    private void retried(boolean continues) {
        retrying = false;
        if (!isToRest() && continues) {
            wake();
            retry();
        }
    }

    private void ended(boolean more) {
        atWork = false;
        failedTurns = 0;
        if (isToRest()) {
            return;
        }
        Duration rest = more ? config.batchPause() : config.busyPause();
        restUntilNanos = System.nanoTime() + rest.toNanos();
        turnIn(more || again ? rest : config.pollInterval());
    }

    private boolean isToRest() {
        CompletableFuture<Void> rested = atRest;
        if (rested == null) {
            return false;
        }
        if (!atWork && !retrying) {
            rested.complete(null);
        }
        return true;
    }

    private void failed(Throwable failure) {
        atWork = false;
        failedTurns++;
        if (isToRest()) {
            return;
        }
        if (failedTurns == 1 || failedTurns == LOUD_AFTER_FAILURES) {
            LOG.warnf("outbox relay pauses, failure %d in a row: %s", failedTurns, SafeErrorText.of(failure));
        }
        Duration pause = config.pollInterval().multipliedBy(Math.min(failedTurns, 10));
        turnIn(pause);
    }

    private void measureAge() {
        store.backlog().subscribe().with(metrics::measured, databaseUnavailable -> metrics.notMeasured());
    }

    private void forgetOld() {
        if (lease.current().isPresent()) {
            store.forgetPublished(config.retention(), config.retentionBatch())
                    .subscribe()
                    .with(
                            count -> {
                                if (count == config.retentionBatch()) {
                                    vertx.setTimer(config.pollInterval().toMillis(), id -> forgetOld());
                                }
                            },
                            failure -> LOG.debugf("outbox retention: %s", SafeErrorText.of(failure)));
        }
    }

    private void onContext(Runnable task) {
        Context current = context;
        if (current != null) {
            current.runOnContext(ignored -> task.run());
        }
    }
}
