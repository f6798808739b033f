package com.coworkpay.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A cancellation to its refund: under load at most three statements, and as many commits, the copy of the payment
/// included; none of them only reads for one refund alone.
@RefundServiceTest
class CostTest {

    private static final Logger LOG = Logger.getLogger(CostTest.class);
    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");
    private static final int LOAD = 200;

    @Test
    void aRefundTakesThreeStatements() throws SQLException {
        TestLocation place = TestLocation.open();
        refund(place, 1);
        try (Connection connection = PostgresResource.superuser("refund");
                Statement statement = connection.createStatement()) {
            Assumptions.assumeTrue(isCounting(statement), "this server does not count statements");
            statement.execute("select pg_stat_statements_reset()");
            refund(place, LOAD);
            List<Calls> calls = calls(statement);
            calls.forEach(each -> LOG.infof("%.2f per refund: %s", each.count() / (double) LOAD, each.sql()));
            long all = calls.stream().mapToLong(Calls::count).sum();
            LOG.infof("%.2f statements per refund", all / (double) LOAD);
            logWal(statement);
            assertThat(all).as(calls.toString()).isLessThanOrEqualTo(3L * LOAD);
            assertThat(calls).filteredOn(each -> !each.writes()).allMatch(each -> each.count() < LOAD);
        }
    }

    /// @param writes or only reads
    private record Calls(String sql, long count, boolean writes) {}

    /// Printed only; the server's log depends on its checkpoints.
    private static void logWal(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select left(regexp_replace(query, '\\s+', ' ', 'g'), 60) as sql, sum(wal_bytes) as bytes, sum(wal_fpi) as pages,
                       sum(total_exec_time) as millis
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 where d.datname = 'refund' and toplevel and wal_bytes > 0
                 group by 1 order by 2 desc""")) {
            while (rows.next()) {
                LOG.infof(
                        "%.0f bytes of WAL (%d whole pages in all) and %.3f ms of work per refund: %s",
                        rows.getDouble("bytes") / LOAD,
                        rows.getLong("pages"),
                        rows.getDouble("millis") / LOAD,
                        rows.getString("sql"));
            }
        }
    }

    private static void refund(TestLocation place, int count) {
        List<TestPayment> paid = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paid.add(place.payUnpublished(PaymentSpec.booking()));
        }
        long before = refunded(place);
        try (EventStream events = new EventStream()) {
            for (TestPayment each : paid) {
                events.send(
                        "payment.events",
                        each.id(),
                        each.eventType(),
                        each.state().encode());
                events.send(
                        "booking.events",
                        each.payableId(),
                        "booking.cancelled.v1",
                        place.cancellation(each, IN_TIME).encode());
            }
        }
        TestLocation.until(() -> refunded(place) == before + count);
    }

    private static long refunded(TestLocation place) {
        return Db.number(
                "select count(*) from paid_payment where location_id = ? and refunded_krw = 22000", place.location());
    }

    private static boolean isCounting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show shared_preload_libraries")) {
            row.next();
            if (!row.getString(1).contains("pg_stat_statements")) {
                return false;
            }
        }
        return !statement.execute("create extension if not exists pg_stat_statements");
    }

    /// What this service's own role ran on its own tables, but for what goes by the clock.
    private static List<Calls> calls(Statement statement) throws SQLException {
        List<Calls> calls = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as sql, sum(calls) as count,
                       bool_or(query ~ '\\m(update|insert into)\\M') as writes
                  from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 where d.datname = 'refund' and toplevel and query ~ '\\m(refund|paid_payment|cancellation|decision)\\M'
                   and query !~ 'pg_stat_statements|^select count|next_check_at is not null'
                 group by 1 order by 2 desc""")) {
            while (rows.next()) {
                calls.add(new Calls(rows.getString("sql"), rows.getLong("count"), rows.getBoolean("writes")));
            }
        }
        return calls;
    }
}
