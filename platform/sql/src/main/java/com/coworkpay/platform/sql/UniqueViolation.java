package com.coworkpay.platform.sql;

import io.vertx.pgclient.PgException;

/// A unique index has the value already: somebody else was faster.
public final class UniqueViolation {

    /// SQLSTATE (PostgreSQL, appendix A).
    private static final String STATE = "23505";

    private UniqueViolation() {}

    public static boolean isOne(Throwable failure) {
        return STATE.equals(TransientFailures.sqlState(failure));
    }

    public static boolean isOf(String index, Throwable failure) {
        return failure instanceof PgException refused && isOne(refused) && index.equals(refused.getConstraint());
    }
}
