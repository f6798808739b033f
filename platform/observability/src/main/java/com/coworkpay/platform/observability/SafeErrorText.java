package com.coworkpay.platform.observability;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/// A failure as a short text for the log. PostgreSQL's own message may quote the row at fault, and with it what no log
/// should hold.
public final class SafeErrorText {

    private SafeErrorText() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case PgException refused -> "SQLSTATE " + refused.getSqlState() + " " + refused.getConstraint();
            // The pool's own: that it is closed, or has no free connection.
            case NoStackTraceThrowable pool -> String.valueOf(pool.getMessage());
            case VertxException pool -> String.valueOf(pool.getMessage());
            default -> failure.getClass().getSimpleName();
        };
    }
}
