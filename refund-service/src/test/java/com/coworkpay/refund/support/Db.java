package com.coworkpay.refund.support;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// The service's database, from outside: to query, and to change rows where a test must not change the clock.
public final class Db {

    private Db() {}

    public static String text(String sql, Object... values) {
        return query(sql, values);
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(query(sql, values));
    }

    public static String status(String refundId) {
        return query("select status from refund where id = ?", UUID.fromString(refundId));
    }

    /// Changes one refund's row; `change` is the SET list.
    public static void move(String refundId, String change) {
        update("update refund set " + change + " where id = ?", UUID.fromString(refundId));
    }

    /// The same for what an event tells.
    public static void moveTold(String refundId, String change) {
        UUID id = UUID.fromString(refundId);
        told(
                query("select payment_id from refund where id = ?", id),
                "update refund set " + change + " where id = ?",
                id);
    }

    /// A change of what an event of this payment tells, with the event that the database demands. That is never sent.
    public static void told(String paymentId, String sql, Object... values) {
        try (Connection connection = PostgresResource.connect()) {
            connection.setAutoCommit(false);
            UUID payment = UUID.fromString(paymentId);
            execute(
                    connection,
                    "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, published_at)"
                            + " select uuidv7(), 'refund.events', 'test', payment_id, 'test', version + 1, '{}', now()"
                            + " from paid_payment where payment_id = ?",
                    payment);
            execute(connection, "update paid_payment set version = version + 1 where payment_id = ?", payment);
            execute(connection, sql, values);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    public static int update(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "(none)";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
