package com.coworkpay.platform.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/// The database's clock, read once with a row and carried on by this process's monotonic clock: for the times that a
/// row
/// and its event must both say. A step of this machine's own clock does not matter.
///
/// It is behind the database by what the answer took to arrive. Leases, due times and expiry are compared in the
/// statements themselves, by `now()`.
public final class DatabaseTime {

    private final Instant at;
    private final LongSupplier nanos;
    private final long began;

    private DatabaseTime(Instant at, LongSupplier nanos) {
        this.at = at;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// @param row with the column `now`, a timestamptz
    public static DatabaseTime of(Row row) {
        return of(row.getOffsetDateTime("now").toInstant());
    }

    /// @param at the database's time, as it has just been read
    public static DatabaseTime of(Instant at) {
        return of(at, System::nanoTime);
    }

    static DatabaseTime of(Instant at, LongSupplier nanos) {
        return new DatabaseTime(at, nanos);
    }

    /// To the microsecond, as PostgreSQL stores it.
    public Instant now() {
        return at.plusNanos(nanos.getAsLong() - began).truncatedTo(ChronoUnit.MICROS);
    }

    /// How long it is until then; zero if that is past.
    public Duration until(Instant moment) {
        Duration left = Duration.between(now(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
