package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold holds in the database, whatever the code does.
@ReportingServiceTest
class DatabaseRulesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Inject
    @ReactiveDataSource("reader")
    Pool readers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total_krw = 0",
                "vat_krw = -1",
                "tax_free_krw = -1",
                "overpaid_krw = -1",
                "refunded_krw = -1",
                "reserved_krw = -1",
                "vat_krw = total_krw, tax_free_krw = 1",
                "refunded_vat_krw = refunded_krw + 1",
                "status = null",
                "created_at = null",
                "refund_version = 1, refunds = null"
            })
    void aRowThatCannotBeIsRefused(String change) {
        PaymentEvent payment = TestLocation.nowhere().pay();
        assertThatThrownBy(() ->
                        Db.update("update report_payment set " + change + " where payment_id = ?::uuid", payment.id()))
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void oneSlotAnswersAndTheOtherMayBeBuilt() {
        assertThatThrownBy(() -> Db.update("update projection set building_side = current_side"))
                .hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> Db.update("update projection set current_side = 2"))
                .hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> Db.update("insert into projection default values"))
                .hasMessageContaining("duplicate key");
    }

    @Test
    void oneRebuildRuns() {
        String insert = "insert into rebuild (id, state, phase, requested_by, lease_until)"
                + " values (?, 'RUNNING', 'PREPARING', 'held-by-test', now() + interval '1 hour')";
        Db.update(insert, UUID.randomUUID());
        try {
            assertThatThrownBy(() -> Db.update(insert, UUID.randomUUID())).hasMessageContaining("rebuild_running");
        } finally {
            Db.update("delete from rebuild where requested_by = 'held-by-test'");
        }
    }

    @Test
    void readersReadASnapshotThatEndsAndWriteNothing() {
        assertThat(setting("transaction_isolation")).isEqualTo("repeatable read");
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
        assertThatThrownBy(() -> readers.query("delete from report_payment")
                        .execute()
                        .await()
                        .atMost(TIMEOUT))
                .hasMessageContaining("read-only transaction");
    }

    private String setting(String name) {
        return readers.query("select current_setting('" + name + "')")
                .execute()
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getString(0);
    }
}
