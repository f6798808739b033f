package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right to be the one relay of this database, by the database's clock.
///
/// A new holder gets a new epoch. What this process remembers is only a hint, and errs on the side of having lost
/// it: the marks check the epoch in the database.
@ApplicationScoped
class OutboxLease {
    private static final String TAKE_OR_RENEW = """
            insert into outbox_lease as l (name, holder, epoch, expires_at)
            values ('relay', $1, 1, clock_timestamp() + make_interval(secs => $2::float8))
            on conflict (name) do update
              set holder = excluded.holder, expires_at = excluded.expires_at,
                  epoch = case when l.holder = excluded.holder then l.epoch else l.epoch + 1 end
              where l.holder = excluded.holder or l.expires_at < clock_timestamp()
            returning epoch""";

    private static final String RELEASE =
            "update outbox_lease set expires_at = '-infinity' where name = 'relay' and holder = $1";

    /// Who holds it, in the words of the table.
    record Held(String holder, long epoch) {}

    private final Pool pool;
    private final Duration length;

    /// A name of this process's own: one that was started again is another holder.
    private final String holder =
            UUID.randomUUID() + "@" + ProcessHandle.current().pid();

    private volatile @Nullable Held held;
    private volatile long heldUntilNanos;

    OutboxLease(Pool pool, OutboxConfig config) {
        this.pool = pool;
        this.length = config.lease();
    }

    /// Takes the lease if it is free or expired, or renews our own; empty if another relay holds it.
    Uni<Optional<Held>> takeOrRenew() {
        long asked = System.nanoTime();
        return pool.preparedQuery(TAKE_OR_RENEW)
                .execute(Tuple.of(holder, length.toMillis() / 1000.0))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        forget();
                    } else {
                        heldUntilNanos = asked + length.toNanos();
                        held = new Held(holder, rows.iterator().next().getLong("epoch"));
                    }
                    return current();
                });
    }

    /// Ours, as far as this process knows.
    Optional<Held> current() {
        return heldUntilNanos - System.nanoTime() > 0 ? Optional.ofNullable(held) : Optional.empty();
    }

    void forget() {
        held = null;
    }

    /// Lets the next relay start at once.
    Uni<Void> release() {
        if (held == null) {
            return Uni.createFrom().voidItem();
        }
        forget();
        return pool.preparedQuery(RELEASE).execute(Tuple.of(holder)).replaceWithVoid();
    }
}
