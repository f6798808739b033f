package com.coworkpay.platform.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// Whether a statement locks rows in the order of their ids. Two that lock some of the same rows in different orders
/// wait for one another, until PostgreSQL ends one of them.
public final class RowOrder {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private RowOrder() {}

    /// Holds the row with the smaller id, runs what changes both, and when that waits looks whether it has the other
    /// already.
    ///
    /// @throws AssertionError if it has
    public static void isKept(String table, String idColumn, UUID one, UUID other, Runnable changesBoth)
            throws Exception {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        String lock = "select from " + table + " where " + idColumn + " = '%s' for no key update nowait";
        try (Connection holder = PostgresResource.connect();
                Connection looker = PostgresResource.connect()) {
            holder.setAutoCommit(false);
            run(holder, lock.formatted(inOrder ? one : other));
            int process = processOf(holder);
            var changing = CompletableFuture.runAsync(changesBoth);
            Awaitility.await("waits for the row").atMost(TIMEOUT).until(() -> somebodyWaitsFor(looker, process));
            try {
                run(looker, lock.formatted(inOrder ? other : one));
            } catch (SQLException e) {
                throw new AssertionError("the row with the greater id was locked first", e);
            } finally {
                holder.rollback();
            }
            changing.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static boolean somebodyWaitsFor(Connection connection, int process) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists(select from pg_stat_activity where " + process
                        + " = any(pg_blocking_pids(pid)))")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static int processOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
