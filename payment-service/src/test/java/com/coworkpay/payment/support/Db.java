package com.coworkpay.payment.support;

import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// The service's database, from outside: to read it, and to change rows where a test must not change the clock.
public final class Db {

    private Db() {}

    public static String text(String sql, Object... values) {
        return com.coworkpay.platform.testkit.Db.text(sql, values);
    }

    public static long number(String sql, Object... values) {
        return com.coworkpay.platform.testkit.Db.number(sql, values);
    }

    public static String status(String paymentId) {
        return text("select status from payment where id = ?", UUID.fromString(paymentId));
    }

    /// Changes one payment's row, as if the event of the change were written with it; `change` is the SET list.
    public static void move(String paymentId, String change) {
        UUID id = UUID.fromString(paymentId);
        try (Connection connection = PostgresResource.connect()) {
            com.coworkpay.platform.testkit.Db.execute(
                    connection,
                    "select set_config('coworkpay.events', 'payment.events/' || id || '/' || version + 1 || ' ', false)"
                            + " from payment where id = ?",
                    id);
            com.coworkpay.platform.testkit.Db.execute(connection, "update payment set " + change + " where id = ?", id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int update(String sql, Object... values) {
        return com.coworkpay.platform.testkit.Db.update(sql, values);
    }
}
