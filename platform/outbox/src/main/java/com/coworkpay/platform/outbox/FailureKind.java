package com.coworkpay.platform.outbox;

import com.coworkpay.platform.sql.DatabaseUnavailable;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a handler's failure says about the event.
enum FailureKind {
    /// The event will never fit.
    UNREADABLE,
    /// The database is away, full, restarting, or asks for a repetition: the event is fine.
    DATABASE,
    /// Neither is known: a defect of ours, most likely.
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

    /// SQLSTATE, five letters: PostgreSQL manual, appendix A.
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
        if (cause instanceof UnreadableEventException) {
            return UNREADABLE;
        }
        String state = stateOf(cause);
        // Data exception, integrity constraint.
        if (state != null && (state.startsWith("22") || state.startsWith("23"))) {
            return UNREADABLE;
        }
        return DatabaseUnavailable.isMeantBy(cause) ? DATABASE : OTHER;
    }

    private static @Nullable String stateOf(Throwable cause) {
        if (cause instanceof PgException e) {
            return e.getSqlState();
        }
        return cause instanceof SQLException e ? e.getSQLState() : null;
    }
}
