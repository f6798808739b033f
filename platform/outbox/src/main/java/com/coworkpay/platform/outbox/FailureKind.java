package com.coworkpay.platform.outbox;

import com.coworkpay.platform.sql.TransientFailures;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a handler's failure says about the event.
enum FailureKind {
    /// The event will never fit.
    UNREADABLE,
    /// The database is unavailable, full, restarting, or asks for a repetition: the event is fine.
    DATABASE,
    /// Neither is known: a defect of ours, most likely.
    OTHER;

    static FailureKind of(Throwable failure) {
        return TransientFailures.causes(failure)
                .map(FailureKind::ofOne)
                .filter(kind -> kind != OTHER)
                .findFirst()
                .orElse(OTHER);
    }

    /// SQLSTATE, five letters: PostgreSQL manual, appendix A.
    static @Nullable String sqlState(Throwable failure) {
        return TransientFailures.causes(failure)
                .map(TransientFailures::sqlState)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static FailureKind ofOne(Throwable cause) {
        if (cause instanceof UnreadableEventException) {
            return UNREADABLE;
        }
        String state = TransientFailures.sqlState(cause);
        // Data exception, integrity constraint.
        if (state != null && (state.startsWith("22") || state.startsWith("23"))) {
            return UNREADABLE;
        }
        // Handlers may be run twice, so an unknown outcome is no reason to give the event up.
        return TransientFailures.isOne(cause) || TransientFailures.isOutcomeUnknown(cause) ? DATABASE : OTHER;
    }
}
