package com.coworkpay.reporting.export;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A place among the exports, and the connection that it stands for: given back once, whoever is first to end it: the
/// last row, a failure, a reader who goes away at whatever moment, or the clock.
///
/// Whoever ends it while it is still being opened only says so: the connection is in use, and is given back by the
/// opening when that is over. A connection that comes too late is given back like any other.
final class ExportSession {

    /// How often it is asked whether the reader is still there: what the framework reports of a reader that went away
    /// before the rows began depends on the moment.
    private static final long POLL_INTERVAL_MS = 1000;

    private final AtomicInteger open;
    private final ExportMetrics metrics;
    private boolean opening = true;
    private boolean ended;
    private @Nullable SqlConnection connection;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable ScheduledFuture<?> watch;

    ExportSession(AtomicInteger open, ExportMetrics metrics) {
        this.open = open;
        this.metrics = metrics;
    }

    /// From now on it ends by itself, by the clock and when its reader is gone.
    synchronized void watch(Duration max, BooleanSupplier isGone) {
        var clock = Infrastructure.getDefaultWorkerPool();
        deadline = clock.schedule(() -> endNow(ExportMetrics.Outcome.BROKEN), max.toMillis(), TimeUnit.MILLISECONDS);
        watch = clock.scheduleWithFixedDelay(
                () -> {
                    if (isGone.getAsBoolean()) {
                        endNow(ExportMetrics.Outcome.ABANDONED);
                    }
                },
                POLL_INTERVAL_MS,
                POLL_INTERVAL_MS,
                TimeUnit.MILLISECONDS);
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized void got(SqlConnection connection) {
        this.connection = connection;
    }

    /// The opening is over, well or not.
    Uni<Void> opened() {
        synchronized (this) {
            opening = false;
            if (!ended) {
                return Uni.createFrom().voidItem();
            }
        }
        return giveBack();
    }

    /// Never fails. Closing rolls back, which is all a read-only transaction needs.
    Uni<Void> end(ExportMetrics.Outcome outcome) {
        synchronized (this) {
            if (ended) {
                return Uni.createFrom().voidItem();
            }
            ended = true;
            stop(deadline);
            stop(watch);
            metrics.ended(outcome);
            if (opening) {
                return Uni.createFrom().voidItem();
            }
        }
        return giveBack();
    }

    private void endNow(ExportMetrics.Outcome outcome) {
        end(outcome).subscribe().with(_ -> {}, _ -> {});
    }

    private Uni<Void> giveBack() {
        SqlConnection given;
        synchronized (this) {
            given = connection;
        }
        Uni<Void> closed = given == null
                ? Uni.createFrom().voidItem()
                : given.close().onFailure().recoverWithNull();
        return closed.invoke(() -> open.decrementAndGet());
    }

    private static void stop(@Nullable ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
