package com.coworkpay.platform.outbox;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a handler's failure says about the event.
enum FailureKind {
    /// The event will never fit.
    UNREADABLE,
    /// The database is away, full, restarting, or asks for a repetition: the event is fine.
    DATABASE,
    /// Neither is known.
    OTHER;

    static FailureKind of(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            FailureKind kind = ofOne(cause);
            if (kind != OTHER) {
                return kind;
            }
        }
        return OTHER;
    }

    /// The class of SQLSTATE, two letters: PostgreSQL manual, appendix A.
    static @Nullable String sqlState(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            String state = stateOf(cause);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private static FailureKind ofOne(Throwable cause) {
        if (cause instanceof UnreadableEvent) {
            return UNREADABLE;
        }
        String state = stateOf(cause);
        if (state != null && state.equals("25006")) {
            // Writing to a standby: a failover is under way.
            return DATABASE;
        }
        if (state != null && state.length() == 5) {
            return switch (state.substring(0, 2)) {
                // Data exception, integrity constraint.
                case "22", "23" -> UNREADABLE;
                // Connection, rollback (serialization, deadlock), resources, operator, system.
                case "08", "40", "53", "55", "57", "58" -> DATABASE;
                default -> OTHER;
            };
        }
        boolean isConnection = cause instanceof ClosedConnectionException || cause instanceof IOException;
        // Vert.x says in these two types that a pool is closed or has no free connection.
        boolean isPool = cause instanceof NoStackTraceThrowable || cause instanceof VertxException;
        return isConnection || isPool ? DATABASE : OTHER;
    }

    private static @Nullable String stateOf(Throwable cause) {
        if (cause instanceof PgException e) {
            return e.getSqlState();
        }
        return cause instanceof SQLException e ? e.getSQLState() : null;
    }
}
