package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Refunds;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.PostgresResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Beginning and approving a payment take two statements each, and none of them only reads; consumed
/// events are stored in batches.
@PaymentServiceTest
class CostTest {

    private static final Logger LOG = Logger.getLogger(CostTest.class);
    private static final int MANY = 300;

    @Inject
    Pool pool;

    @Test
    void aPaymentTakesFourStatementsAndNoSelect() throws SQLException {
        TestShop shop = TestShop.open();
        // Prepared statements and caches are warm.
        TestShop.visit(shop.pay(shop.begin()));
        try (Connection connection = PostgresResource.superuser("payment");
                Statement statement = connection.createStatement()) {
            Assumptions.assumeTrue(isCounting(statement), "this server does not count statements");
            statement.execute("select pg_stat_statements_reset()");
            PendingPayment payment = shop.begin();
            assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
            List<String> moves = moves(statement);
            assertThat(moves).hasSize(4).allMatch(sql -> sql.matches("(?s).*(insert into|update) payment\\b.*"));
        }
    }

    @Test
    void aConsumedEventCostsAFractionOfAStatement() throws SQLException {
        TestShop shop = TestShop.open();
        List<Map.Entry<String, String>> cancellations = new ArrayList<>();
        List<Map.Entry<String, String>> refunds = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String payable = "many-" + i;
            cancellations.add(Map.entry(
                    payable,
                    new JsonObject()
                            .put("cancellationId", "c-" + i)
                            .put("locationId", shop.location())
                            .put(
                                    "payable",
                                    new JsonObject().put("type", "BOOKING").put("id", payable))
                            .put("cancelledAt", "2026-11-22T10:00:00+09:00")
                            .put(
                                    "cancelledBy",
                                    new JsonObject().put("id", "owner-1").put("role", "LOCATION_MEMBER"))
                            .encode()));
            String payment = UUID.randomUUID().toString();
            refunds.add(
                    Map.entry(payment, Refunds.state(payment, 1, 0, 1000 + i).encode()));
        }
        long before = Db.number("select count(*) from refund_replica");
        try (Connection connection = PostgresResource.superuser("payment");
                Statement statement = connection.createStatement()) {
            Assumptions.assumeTrue(isCounting(statement), "this server does not count statements");
            statement.execute("select pg_stat_statements_reset()");
            KafkaProbe.publishAll("booking.events", "booking.cancelled.v1", cancellations);
            KafkaProbe.publishAll("refund.events", "coworkpay.refund.requested.v1", refunds);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Db.number(
                                            "select count(*) from effective_cancellation where location_id = ?",
                                            shop.location())
                                    == MANY
                            && Db.number("select count(*) from refund_replica") == before + MANY);
            assertThat(calls(statement, "insert into cancellation")).isLessThanOrEqualTo(MANY / 10);
            assertThat(calls(statement, "insert into refund_replica")).isLessThanOrEqualTo(MANY / 10);
        }
    }

    /// Not kept, it would be parsed and planned again each time, in its own transaction.
    @Test
    void aStatementIsPreparedOnceHoweverLongItIs() {
        String sql = "select 'kept'" + " ".repeat(10_000);
        var kept = pool.withConnection(connection -> connection
                        .preparedQuery(sql)
                        .execute()
                        .chain(() -> connection.preparedQuery(sql).execute())
                        .chain(() -> connection
                                .query(
                                        "select count(*) from pg_prepared_statements where statement like 'select ''kept''%'")
                                .execute()))
                .await()
                .atMost(Duration.ofSeconds(30));
        assertThat(kept.iterator().next().getLong(0)).isEqualTo(1);
    }

    private static long calls(Statement statement, String part) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 where d.datname = 'payment' and toplevel and query like '%""" + part + "%' and query not like '%pg_stat%'")) {
            row.next();
            long calls = row.getLong(1);
            LOG.infof("%d events, '%s': %d statements", MANY, part, calls);
            return calls;
        }
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

    /// Every statement on payments, once per call, but for what workers and metrics do by the clock.
    private static List<String> moves(Statement statement) throws SQLException {
        List<String> moves = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select query, calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
                 where d.datname = 'payment' and query ~ '\\mpayment\\M' and query !~ 'next_check_at is not null|pg_stat_statements'
                   and toplevel""")) {
            while (rows.next()) {
                for (long i = 0; i < rows.getLong("calls"); i++) {
                    moves.add(rows.getString("query"));
                }
            }
        }
        return moves;
    }
}
