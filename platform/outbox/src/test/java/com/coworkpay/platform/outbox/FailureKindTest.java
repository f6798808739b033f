package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The database is away only where something says so; all else is tried a few times.
class FailureKindTest {

    @ParameterizedTest
    @MethodSource
    void theDatabaseIsAway(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.DATABASE);
        assertThat(FailureKind.of(new IllegalStateException("around", failure))).isEqualTo(FailureKind.DATABASE);
    }

    static Stream<Throwable> theDatabaseIsAway() {
        return Stream.of(
                sql("08006"),
                sql("08007"),
                sql("40003"),
                sql("40001"),
                sql("40P01"),
                sql("53300"),
                sql("55P03"),
                sql("57P01"),
                sql("57014"),
                sql("58030"),
                sql("25006"),
                new SQLException("x", "08001"),
                ClosedConnectionException.INSTANCE,
                new ConnectException("refused"),
                new SocketException("Connection reset"),
                new UnknownHostException("db"),
                new ClosedChannelException(),
                new SSLHandshakeException("closed"),
                new IOException("Broken pipe"),
                new IOException("Connection reset by peer"),
                new NoStackTraceThrowable("Timeout waiting for connection"),
                new NoStackTraceThrowable("Timeout"),
                new VertxException("Connection was closed", true),
                new VertxException("Connection is not active now, current status: CLOSED", true),
                new VertxException("Pool closed", true));
    }

    @ParameterizedTest
    @MethodSource
    void somethingElseIsTheMatter(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OTHER);
        assertThat(FailureKind.of(new IllegalStateException("around", failure))).isEqualTo(FailureKind.OTHER);
    }

    static Stream<Throwable> somethingElseIsTheMatter() {
        return Stream.of(
                new NoStackTraceThrowable("Parameter at position[0] with class = [java.lang.String] and value = [x] can"
                        + " not be coerced to the expected class = [java.lang.Number] for encoding."),
                new VertxException("whatever", true),
                new VertxException((String) null, true),
                new ClassCastException("String"),
                new IOException("something"),
                new IOException((String) null),
                new FileNotFoundException("x"),
                new UncheckedIOException(new IOException("no JSON")),
                new IllegalArgumentException("the statement takes …"),
                sql("42P01"),
                sql("42501"),
                sql("55000"),
                sql("54000"),
                sql("XX000"),
                sql("21000"),
                new SQLException("x"));
    }

    @ParameterizedTest
    @MethodSource
    void itIsTheEvent(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.UNREADABLE);
    }

    static Stream<Throwable> itIsTheEvent() {
        return Stream.of(new UnreadableEventException("x"), sql("22021"), sql("23514"), new SQLException("x", "22003"));
    }

    private static PgException sql(String state) {
        return new PgException("m", "ERROR", state, "d");
    }
}
