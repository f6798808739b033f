package com.coworkpay.platform.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The current database of [PostgresResource] from outside, as its owner: to look, and to move rows where a test must
/// not move the clock.
public final class Db {
    private Db() {}

    /// The first column of the first row, "null" for nothing in it; "(none)" if there is no row.
    public static String text(String sql, Object... values) {
        List<String> column = column(sql, values);
        return column.isEmpty() ? "(none)" : column.getFirst();
    }

    public static long number(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /// The first column of all rows.
    public static List<String> column(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(String.valueOf(rows.getString(1)));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /// @return how many rows it changed
    public static int update(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
