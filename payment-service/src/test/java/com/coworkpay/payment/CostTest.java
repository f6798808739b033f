package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Shop;
import com.coworkpay.payment.support.Shop.Begun;
import com.coworkpay.platform.testkit.PostgresResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Beginning and approving a payment take two statements each, and none of them only reads.
@PaymentServiceTest
class CostTest {

    @Test
    void aPaymentTakesFourStatementsAndNoSelect() throws SQLException {
        Shop shop = Shop.open();
        // Prepared statements and caches are warm.
        Shop.visit(shop.pay(shop.begin()));
        try (Connection connection = PostgresResource.superuser("payment");
                Statement statement = connection.createStatement()) {
            Assumptions.assumeTrue(isCounting(statement), "this server does not count statements");
            statement.execute("select pg_stat_statements_reset()");
            Begun payment = shop.begin();
            assertThat(Shop.statusAt(Shop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
            List<String> moves = moves(statement);
            assertThat(moves).hasSize(4).allMatch(sql -> sql.contains("update payment p"));
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
                 where d.datname = 'payment' and query ~ '\\mpayment\\M' and query !~ 'due_at is not null|pg_stat_statements'
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
