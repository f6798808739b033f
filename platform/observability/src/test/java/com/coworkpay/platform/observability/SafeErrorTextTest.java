package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SafeErrorTextTest {
    private static final PgException REFUSED =
            new PgException("invalid input syntax: \"Kim Minji\"", "ERROR", "22P02", "row of Kim Minji");

    @Test
    void postgresIsNotQuoted() {
        assertThat(SafeErrorText.of(REFUSED)).isEqualTo("SQLSTATE 22P02");
        assertThat(SafeErrorText.traceOf(REFUSED)).isNull();
    }

    @Test
    void norWhereItIsTheCause() {
        var wrapped = new IllegalStateException(REFUSED.toString(), new CompletionException(REFUSED));
        assertThat(SafeErrorText.of(wrapped)).isEqualTo("SQLSTATE 22P02");
        assertThat(SafeErrorText.traceOf(wrapped)).isNull();
    }

    @Test
    void aDefectHasItsTrace() {
        var defect = new IllegalStateException("a place that is none");
        assertThat(SafeErrorText.of(defect)).isEqualTo("IllegalStateException");
        assertThat(SafeErrorText.traceOf(defect)).isSameAs(defect);
    }

    @Test
    void causesInARingEnd() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(SafeErrorText.of(first)).isEqualTo("IllegalStateException");
    }
}
