package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.ProjectionOperator;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Two reporting-services on one database, and the one that rebuilds the projection is killed in the middle: the other
/// goes on where the first had come to, and the result is the same to the byte.
class TwoReportersIT {
    private static final int PAYMENTS = 3;

    private final LocalStack stack = Stack.twoOfEach();

    @Test
    void theOtherFinishesTheRebuildOfOneThatWasKilledWhileItRead() throws Exception {
        var place = Stack.placeOn(stack);
        for (int number = 0; number < PAYMENTS; number++) {
            place.paid();
        }
        await().atMost(Stack.LIMIT).until(() -> reported(place) == PAYMENTS);
        String before = digest();
        String id;
        ProcessSupervisor killed;
        try (var aim = transaction();
                var reading = transaction()) {
            // Whoever aims writes this row too, and waits.
            execute(aim, "delete from projection_position where reader = 'REBUILD'");
            aim.commit();
            execute(
                    aim,
                    "insert into projection_position (reader, topic, partition_no, next_offset)"
                            + " values ('REBUILD', 'payment.events', 0, 0)");
            id = operator().rebuild().json().getString("id");
            await().atMost(Stack.LIMIT).until(() -> state(id, "phase").equals("REPLAYING"));
            execute(reading, "lock table report_payment_0, report_payment_1 in share mode");
            aim.rollback();
            await().atMost(Stack.LIMIT).until(() -> state(id, "phase").equals("READING") && isHeldUp());
            killed = holder(id);
            killed.crash();
            reading.rollback();
        }
        try {
            rebuilt(id);
        } finally {
            killed.bringBack(Stack.LIMIT);
        }
        assertThat(digest()).isEqualTo(before);
        assertThat(reported(place)).isEqualTo(PAYMENTS);
    }

    /// What is paid tells no more by itself: then there is no event on its way.
    private long reported(Stack.Place place) throws SQLException {
        return Long.parseLong(row("select count(*) from report_payment r join projection p on p.current_side = r.side"
                + " where r.location_id = '%s' and r.status = 'SUCCEEDED'".formatted(place.location())));
    }

    private String digest() throws IOException {
        return operator().digest().json().getString("sha256");
    }

    private void rebuilt(String id) {
        await().atMost(Stack.LIMIT)
                .untilAsserted(() -> assertThat(state(id, "state")).isEqualTo("SWITCHED"));
    }

    private ProcessSupervisor holder(String id) throws SQLException {
        String holder = state(id, "holder");
        return stack.processes(Services.REPORTING).stream()
                .filter(process -> holder.endsWith("@" + process.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody holds it: " + holder));
    }

    private String state(String id, String column) throws SQLException {
        return row("select %s from rebuild where id = '%s'".formatted(column, id));
    }

    /// The rebuild's own statement waits for the lock.
    private boolean isHeldUp() throws SQLException {
        return !row("select count(*) from pg_locks where not granted and relation in"
                        + " ('report_payment_0'::regclass, 'report_payment_1'::regclass)")
                .equals("0");
    }

    private String row(String sql) throws SQLException {
        try (var database = stack.database("reporting");
                var row = database.createStatement().executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private Connection transaction() throws SQLException {
        var connection = stack.database("reporting");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProjectionOperator operator() {
        var http = new Http();
        var callers = new TokenClient(http, stack.addresses().issuer(), stack.secrets());
        return new ProjectionOperator(
                http, stack.address(Services.REPORTING), new Bearer(() -> callers.machine("operator")));
    }
}
