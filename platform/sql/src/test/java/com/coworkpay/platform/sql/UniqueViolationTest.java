package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UniqueViolationTest {

    @Test
    void itIsOneOfItsIndexOnly() {
        PgException taken = new PgException(
                "duplicate key",
                "ERROR",
                "23505",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "payment_slot");
        assertThat(UniqueViolation.isOne(taken)).isTrue();
        assertThat(UniqueViolation.isOf("payment_slot", taken)).isTrue();
        assertThat(UniqueViolation.isOf("payment_tid", taken)).isFalse();
    }

    @Test
    void anotherFailureIsNone() {
        assertThat(UniqueViolation.isOne(new PgException("rule", "ERROR", "23514", null)))
                .isFalse();
        assertThat(UniqueViolation.isOne(new IllegalStateException("23505"))).isFalse();
        assertThat(UniqueViolation.isOne(new SQLException("duplicate key", "23505")))
                .isTrue();
    }
}
