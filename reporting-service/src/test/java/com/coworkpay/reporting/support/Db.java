package com.coworkpay.reporting.support;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The service's database, from outside: to look.
public final class Db {

    private Db() {}

    public static String text(String sql, Object... values) {
        return query(sql, values);
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(query(sql, values));
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
