package com.coworkpay.payment.support;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// The service's database, from outside: to read it, and to change rows where a test must not change the clock.
public final class Db {

    private Db() {}

    public static String text(String sql, Object... values) {
        return query(sql, values);
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(query(sql, values));
    }

    public static String status(String paymentId) {
        return query("select status from payment where id = ?", UUID.fromString(paymentId));
    }

    /// Changes one payment's row, as if the event of the change were written with it; `change` is the SET list.
    public static void move(String paymentId, String change) {
        UUID id = UUID.fromString(paymentId);
        try (Connection connection = PostgresResource.connect();
                PreparedStatement event = prepare(
                        connection,
                        "select set_config('coworkpay.events', 'payment.events/' || id || '/' || version + 1 || ' ', false)"
                                + " from payment where id = ?",
                        id);
                PreparedStatement update = prepare(connection, "update payment set " + change + " where id = ?", id)) {
            event.execute();
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
