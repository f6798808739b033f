package com.coworkpay.platform.problem;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Says whether a failure means that the database or a neighbour is unavailable or crowded, so that the same request
/// may
/// well succeed in a moment.
///
/// Whether the change was made is not known then (the connection may have broken after the commit): the caller is
/// told to repeat the same request, which an idempotency key or the request's own nature makes safe.
public final class Unavailability {

    private static final int DEEPEST_CAUSE = 20;

    /// SQLSTATE classes (PostgreSQL, appendix A): connection, resources, operator intervention, transaction rollback
    /// (serialization failure, deadlock).
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "40");

    /// A lock not to be had in time, and a standby that was the primary a moment ago.
    private static final Set<String> STATES = Set.of("55P03", "25006");

    /// By name, so that this library does not drag them in: the pool's waiting queue is full, the driver lost its
    /// connection, and Hibernate's words for both.
    private static final Set<String> NAMES = Set.of(
            "io.vertx.core.http.ConnectionPoolTooBusyException",
            "io.vertx.sqlclient.ClosedConnectionException",
            "io.vertx.core.http.HttpClosedException",
            "org.hibernate.exception.JDBCConnectionException",
            "org.hibernate.exception.LockAcquisitionException",
            "org.hibernate.exception.LockTimeoutException",
            "org.hibernate.exception.TransactionSerializationException",
            "io.smallrye.mutiny.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException",
            "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException");

    /// How messages of Vert.x begin: a pool without a free connection in time (for a transaction, and longer for a
    /// statement), a connection that went away, one that is gone when it is asked, and one that went before it was.
    private static final Set<String> PLAIN_MESSAGES = Set.of(
            "Timeout", "Connection was closed", "Connection is not active now", "Pending requests failed to be sent");

    private Unavailability() {}

    /// Looks through all causes.
    public static boolean isMeantBy(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (messageMatches(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean messageMatches(Throwable cause) {
        return switch (cause) {
            case PgException database -> isPassing(database.getSqlState());
            // Hibernate Reactive dresses the driver's failure as one of JDBC.
            case SQLException database -> isPassing(database.getSQLState());
            // Refused, no route, and reset in the middle: a server that goes away answers in any of these.
            case SocketException _, UnknownHostException _, ClosedChannelException _ -> true;
            case IOException broken -> "Broken pipe".equals(broken.getMessage());
            case TimeoutException _ -> true;
            default -> NAMES.contains(cause.getClass().getName()) || isPlainVertxWord(cause);
        };
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (STATES.contains(sqlState) || CLASSES.contains(sqlState.substring(0, 2)));
    }

    /// Vert.x has no types for these.
    private static boolean isPlainVertxWord(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getName().startsWith("io.vertx.")
                && message != null
                && PLAIN_MESSAGES.stream().anyMatch(message::startsWith);
    }
}
