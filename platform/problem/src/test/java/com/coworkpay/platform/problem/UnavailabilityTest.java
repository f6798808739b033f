package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnavailabilityTest {
    @ParameterizedTest
    @MethodSource
    void unavailable(Throwable failure) {
        assertThat(Unavailability.isMeantBy(new IllegalStateException("around", failure)))
                .isTrue();
    }

    static Stream<Throwable> unavailable() {
        return Stream.of(
                new PgException("m", "ERROR", "58030", "d"),
                new JDBCConnectionException("m", new SQLException("m", "08006")),
                ClosedConnectionException.INSTANCE,
                new SSLHandshakeException("closed"),
                new VertxException("Pool closed", true),
                new TimeoutException());
    }

    /// As it may have been done, it is not said to be worth a repetition.
    @ParameterizedTest
    @MethodSource
    void notKnown(Throwable failure) {
        assertThat(Unavailability.isMeantBy(new IllegalStateException("around", failure)))
                .isFalse();
    }

    static Stream<Throwable> notKnown() {
        return Stream.of(
                new PgException("m", "ERROR", "08007", "d"),
                new JDBCConnectionException("m", new SQLException("m", "08007")),
                new PgException("m", "ERROR", "40003", "d"));
    }
}
