package com.coworkpay.reporting.export;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The connection of an export: given back once, whoever is first to end it: the last row, a failure, a reader who goes
/// away, one who never came, or the clock.
final class HeldSnapshot {

    private final SqlConnection connection;
    private final AtomicInteger open;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> deadline;

    HeldSnapshot(SqlConnection connection, AtomicInteger open) {
        this.connection = connection;
        this.open = open;
    }

    SqlConnection connection() {
        return connection;
    }

    void endAfter(Duration longest) {
        deadline = Infrastructure.getDefaultWorkerPool()
                .schedule(() -> end().subscribe().with(_ -> {}, _ -> {}), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Never fails. Closing rolls back, which is all a read-only transaction needs.
    Uni<Void> end() {
        if (!ended.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        open.decrementAndGet();
        ScheduledFuture<?> timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
        return connection.close().onFailure().recoverWithNull();
    }
}
