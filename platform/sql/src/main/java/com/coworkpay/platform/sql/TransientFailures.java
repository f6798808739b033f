package com.coworkpay.platform.sql;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says whether a failure means that the database, or the network to it, is unavailable, crowded, or asks for a
/// repetition: the same statement may well succeed in a moment. Whatever is not known to mean that does not: a
/// parameter of a wrong type comes in the very types of Vert.x that a crowded pool comes in.
///
/// It does not say that nothing was done: a connection also breaks behind a commit. So only work that may be done twice
/// is repeated because of it. And where the server itself says that it does not know how a transaction ended, it is not
/// unavailable: the outcome is unknown.
public final class TransientFailures {
    private static final int DEEPEST_CAUSE = 20;

    /// Of SQLSTATE (PostgreSQL, appendix A): connection, rollback (serialization, deadlock), resources, operator,
    /// system.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /// A lock not to be had in time, an object that somebody else uses, and a standby that was the primary a moment
    /// ago.
    private static final Set<String> STATES = Set.of("55P03", "55006", "25006");

    /// Of those classes: how a transaction or a statement ended is not known.
    private static final Set<String> UNKNOWN_OUTCOMES = Set.of("08007", "40003");

    /// How messages of Vert.x 4.5.25 begin, which has no types for these: a pool without a free connection in time, one
    /// that is full or closed, a connection that went away, one that is gone when it is asked, one that went before
    /// it was.
    private static final Set<String> VERTX_MESSAGES = Set.of(
            "Timeout",
            "Connection pool reached max wait queue size",
            "Pool closed",
            "Connection was closed",
            "Connection is not active now",
            "Pending requests failed to be sent");

    private static final Set<String> BROKEN_CONNECTION =
            Set.of("Broken pipe", "Connection reset", "Connection timed out", "Connection closed");

    private TransientFailures() {}

    /// Of this one failure; its causes are for the caller to ask.
    public static boolean isOne(Throwable failure) {
        return switch (failure) {
            case PgException _, SQLException _ -> isTransient(sqlState(failure));
            // Refused, no route, reset in the middle, gone while signing in: a server that goes away answers in any of
            // these.
            case SocketException _, SocketTimeoutException _, UnknownHostException _, ClosedChannelException _ -> true;
            case SSLException _, ClosedConnectionException _ -> true;
            case IOException broken -> BROKEN_CONNECTION.stream().anyMatch(messageOf(broken)::contains);
            default ->
                failure.getClass().getName().startsWith("io.vertx.")
                        && VERTX_MESSAGES.stream().anyMatch(messageOf(failure)::startsWith);
        };
    }

    /// The database does not know how the transaction or the statement ended.
    public static boolean isOutcomeUnknown(Throwable failure) {
        String state = sqlState(failure);
        return state != null && UNKNOWN_OUTCOMES.contains(state);
    }

    /// Five letters (PostgreSQL, appendix A) of this one failure; null if it is not the database's.
    public static @Nullable String sqlState(Throwable failure) {
        return switch (failure) {
            case PgException database -> database.getSqlState();
            // Hibernate Reactive dresses the driver's failure as one of JDBC.
            case SQLException database -> database.getSQLState();
            default -> null;
        };
    }

    /// The failure and what caused it, the outermost first.
    public static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }

    private static boolean isTransient(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (STATES.contains(sqlState) || CLASSES.contains(sqlState.substring(0, 2)))
                && !UNKNOWN_OUTCOMES.contains(sqlState);
    }

    private static String messageOf(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
