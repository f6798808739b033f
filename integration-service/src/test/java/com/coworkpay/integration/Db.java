package com.coworkpay.integration;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The service's database, looked at from outside.
public final class Db {

    private Db() {}

    /// The first column of all rows, as text.
    public static List<String> column(String sql, Object... parameters) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static long count(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).getFirst());
    }

    public static int execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    public static long accountsOf(String location) {
        return count("select count(*) from merchant_account where location_id = ?", location);
    }

    public static List<String> auditOf(String location) {
        return column("select action || ' ' || outcome from audit where location_id = ? order by at", location);
    }

    public static long versionOf(String location) {
        return count("select version from location where id = ?", location);
    }

    /// Events of a location in the order of their versions: `type@version`.
    public static List<String> eventsOf(String location) {
        return column("select type || '@' || version from outbox where aggregateid = ? order by version", location);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
