package com.coworkpay.platform.outbox;

import com.coworkpay.platform.observability.SafeErrorText;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/// How long one event is tried: without bound while it is the database that fails, a few times otherwise, not again if
/// it is unreadable. For one event or one batch in hand.
final class RetryState {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final String consumer;
    private final Object inHand;
    private final ConsumerConfig config;
    private final ConsumerMetrics metrics;
    private final Executor context;
    private int failures;
    private int waits;
    private long waitingSinceNanos;
    private long alarmedAtNanos;

    /// @param inHand its text says where it lies in Kafka
    RetryState(String consumer, Object inHand, ConsumerConfig config, ConsumerMetrics metrics, Executor context) {
        this.consumer = consumer;
        this.inHand = inHand;
        this.config = config;
        this.metrics = metrics;
        this.context = context;
        metrics.notWaiting(consumer);
    }

    /// Ends when it is time to try again, on the event's context.
    ///
    /// @param what is waited for: it is away, full, or asked for a repetition
    Uni<Void> waitOn(String what, Throwable failure) {
        long now = System.nanoTime();
        if (waits++ == 0) {
            waitingSinceNanos = now;
            alarmedAtNanos = now;
            metrics.waiting(consumer, now);
            LOG.warnf("%s waits at %s for %s: %s", consumer, inHand, what, SafeErrorText.of(failure));
        } else if (now - alarmedAtNanos > config.alarmAfter().toNanos()) {
            alarmedAtNanos = now;
            LOG.errorf(
                    "%s has been waiting at %s for %d s, for %s: %s",
                    consumer, inHand, (now - waitingSinceNanos) / 1_000_000_000L, what, SafeErrorText.of(failure));
        }
        return pause(waits);
    }

    /// Ends when it is time to try again, or fails with the failure when it was tried often enough.
    Uni<Void> countOn(Throwable failure) {
        if (++failures >= config.attempts()) {
            return Uni.createFrom().failure(failure);
        }
        LOG.warnf(
                SafeErrorText.traceOf(failure),
                "%s failed at %s, try %d of %d: %s",
                consumer,
                inHand,
                failures,
                config.attempts(),
                SafeErrorText.of(failure));
        return pause(failures);
    }

    void over() {
        if (waits > 0) {
            waits = 0;
            metrics.notWaiting(consumer);
        }
    }

    private Uni<Void> pause(int nth) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(nth - 1, 20));
        Duration bounded = pause.compareTo(config.maxPause()) > 0 ? config.maxPause() : pause;
        return Uni.createFrom().voidItem().onItem().delayIt().by(bounded).emitOn(context);
    }
}
