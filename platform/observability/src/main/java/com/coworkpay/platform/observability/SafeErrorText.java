package com.coworkpay.platform.observability;

import com.coworkpay.platform.sql.TransientFailures;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A failure for the log. PostgreSQL's own message may quote the row at fault, and with it what no log should hold;
/// where a failure has one of these as its cause, its text and its trace may quote it too.
public final class SafeErrorText {

    private SafeErrorText() {}

    public static String of(Throwable failure) {
        return refusal(failure)
                .map(refused -> "SQLSTATE " + refused.getSqlState() + constraintOf(refused))
                .orElseGet(() -> switch (failure) {
                    // The pool's own: that it is closed, or has no free connection.
                    case NoStackTraceThrowable pool -> String.valueOf(pool.getMessage());
                    case VertxException pool -> String.valueOf(pool.getMessage());
                    default -> failure.getClass().getSimpleName();
                });
    }

    /// The failure, whose trace says where a defect is; null where it would quote PostgreSQL.
    public static @Nullable Throwable traceOf(Throwable failure) {
        return refusal(failure).isPresent() ? null : failure;
    }

    private static String constraintOf(PgException refused) {
        return refused.getConstraint() == null ? "" : " " + refused.getConstraint();
    }

    private static Optional<PgException> refusal(Throwable failure) {
        return TransientFailures.causes(failure)
                .filter(PgException.class::isInstance)
                .map(PgException.class::cast)
                .findFirst();
    }
}
