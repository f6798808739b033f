package com.coworkpay.platform.sql;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says whether a failure means that the database is unavailable, restarting, crowded, or asks for a repetition: the
/// same
/// statement may well succeed in a moment. Whatever is not known to mean that does not: a parameter of a wrong type
/// comes in the very types of Vert.x that a crowded pool comes in.
public final class DatabaseUnavailable {
    /// Of SQLSTATE (PostgreSQL, appendix A): connection, rollback (serialization, deadlock), resources, operator,
    /// system.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /// A lock not to be had in time, an object that somebody else uses, and a standby that was the primary a moment
    /// ago.
    private static final Set<String> STATES = Set.of("55P03", "55006", "25006");

    /// How messages of Vert.x begin, which has no types for these: a pool without a free connection in time, one that
    /// is
    /// full or closed, a connection that went away, one that is gone when it is asked, one that went before it was.
    private static final Set<String> VERTX_MESSAGES = Set.of(
            "Timeout",
            "Connection pool reached max wait queue size",
            "Pool closed",
            "Connection was closed",
            "Connection is not active now",
            "Pending requests failed to be sent");

    private static final Set<String> BROKEN_CONNECTION =
            Set.of("Broken pipe", "Connection reset", "Connection timed out", "Connection closed");

    private DatabaseUnavailable() {}

    /// Of this one failure; its causes are for the caller to ask.
    public static boolean isMeantBy(Throwable failure) {
        return switch (failure) {
            case PgException database -> isPassing(database.getSqlState());
            // Hibernate Reactive dresses the driver's failure as one of JDBC.
            case SQLException database -> isPassing(database.getSQLState());
            case ClosedConnectionException _ -> true;
            // Refused, no route, reset in the middle, gone while signing in: a server that goes away answers in any of
            // these.
            case SocketException _, SocketTimeoutException _, UnknownHostException _, ClosedChannelException _ -> true;
            case SSLException _ -> true;
            case IOException broken -> says(broken, BROKEN_CONNECTION);
            default -> failure.getClass().getName().startsWith("io.vertx.") && begins(failure, VERTX_MESSAGES);
        };
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (STATES.contains(sqlState) || CLASSES.contains(sqlState.substring(0, 2)));
    }

    private static boolean says(Throwable failure, Set<String> texts) {
        String message = failure.getMessage();
        return message != null && texts.stream().anyMatch(message::contains);
    }

    private static boolean begins(Throwable failure, Set<String> texts) {
        String message = failure.getMessage();
        return message != null && texts.stream().anyMatch(message::startsWith);
    }
}
