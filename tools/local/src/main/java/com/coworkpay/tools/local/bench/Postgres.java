package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.stack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What PostgreSQL counts of the services' work: their roles' own statements, not those of whoever measures.
///
/// @param statements calls from outside, transaction control included
/// @param commits transactions of the services' databases
/// @param walBytes write-ahead log of the whole server
/// @param walPageImages whole pages in it: the first change of a page after each checkpoint
record Postgres(long statements, long commits, long walBytes, long walPageImages) {
    private static final List<String> SERVICES = List.of("integration", "payment", "refund", "reporting");

    static Postgres now(LocalStack stack) {
        return now(stack, SERVICES);
    }

    /// @param services those whose statements and commits count
    static Postgres now(LocalStack stack, List<String> services) {
        try (Connection connection = stack.database("payment");
                var asked = connection.prepareStatement("""
                        select (select coalesce(sum(s.calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
                                 where s.toplevel and r.rolname = any (?)),
                               (select sum(xact_commit) from pg_stat_database where datname = any (?)),
                               wal_bytes, wal_fpi from pg_stat_wal""")) {
            for (int parameter = 1; parameter <= 2; parameter++) {
                asked.setArray(parameter, connection.createArrayOf("name", services.toArray()));
            }
            try (var row = asked.executeQuery()) {
                row.next();
                return new Postgres(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Postgres since(Postgres before) {
        return new Postgres(
                statements - before.statements,
                commits - before.commits,
                walBytes - before.walBytes,
                walPageImages - before.walPageImages);
    }

    /// What autovacuum does within its first minute: plans made on empty tables are made anew.
    static void analyze(LocalStack stack) {
        for (String database : SERVICES) {
            try (Connection connection = stack.database(database);
                    var asked = connection.createStatement()) {
                asked.execute("analyze");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /// The statements that were called most, for whoever wants to know where they come from.
    static List<String> topStatements(LocalStack stack, long lives) {
        try (Connection connection = stack.database("payment");
                var asked = connection.prepareStatement("""
                        select r.rolname, s.calls::float / ?, s.total_exec_time / ?, s.wal_bytes::float / ?,
                               left(regexp_replace(s.query, '\\s+', ' ', 'g'), 110)
                          from pg_stat_statements s join pg_roles r on r.oid = s.userid
                         where s.toplevel and r.rolname in ('integration', 'payment', 'refund', 'reporting')
                         order by s.calls desc limit 40""")) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                asked.setDouble(parameter, lives);
            }
            var lines = new java.util.ArrayList<String>();
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    lines.add("  %-11s %6.3f calls %6.3f ms %6.0f B  %s"
                            .formatted(
                                    rows.getString(1),
                                    rows.getDouble(2),
                                    rows.getDouble(3),
                                    rows.getDouble(4),
                                    rows.getString(5)));
                }
            }
            return lines;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void forget(LocalStack stack) {
        try (Connection connection = stack.database("payment");
                var asked = connection.createStatement()) {
            asked.execute("select pg_stat_statements_reset()");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
