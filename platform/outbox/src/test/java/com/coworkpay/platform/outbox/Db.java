package com.coworkpay.platform.outbox;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The database as a test sees it.
final class Db {
    private Db() {}

    static void execute(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static long number(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static List<String> texts(String sql, Object... values) {
        try (Connection connection = PostgresResource.connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// As a statement that moves money does it.
    static UUID event(String key, long version, String payload) {
        return event("test.outbound", key, version, payload);
    }

    static UUID event(String topic, String key, long version, String payload) {
        UUID id = Ids.next();
        execute(
                "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload)"
                        + " values (?, ?, 'thing', ?, 'thing.changed.v1', ?, cast(? as jsonb))",
                id,
                topic,
                key,
                version,
                payload);
        return id;
    }

    static long unpublished() {
        return number("select count(*) from outbox where published_at is null");
    }

    static long effectsOf(String eventId) {
        return number("select count(*) from effect where event_id = ?", eventId);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
