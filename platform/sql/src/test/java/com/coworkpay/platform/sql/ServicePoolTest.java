package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.PostgresResource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pool of a service beside a real PostgreSQL whose machine may vanish.
class ServicePoolTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PID = "select pg_backend_pid()";
    private static final int SIZE = 3;

    private final Vertx vertx = Vertx.vertx();
    private VanishingServer server;

    @BeforeAll
    static void startPostgres() {
        PostgresResource.database("pool");
    }

    @BeforeEach
    void startRelay() throws IOException {
        var real = options();
        server = VanishingServer.before(real.getHost(), real.getPort());
    }

    @AfterEach
    void stop() {
        server.close();
        Waiting.on(vertx.close());
    }

    @Test
    void statementsOnAMachineThatVanishedFailAndThePoolGoesOnWithAnother() {
        Pool pool = pool(Map.of("statement_timeout", "1000"));
        fill(pool);

        server.vanish();
        var lost = IntStream.range(0, SIZE)
                .mapToObj(_ -> pool.query(PID).execute())
                .toList();

        lost.forEach(statement ->
                assertThatThrownBy(() -> Waiting.on(statement)).hasCauseInstanceOf(ClosedConnectionException.class));
        awaitAnAnswer(pool);
    }

    @Test
    void connectionsThatNobodyUsesGoWithTheOneThatWasAsked() {
        Pool pool = pool(Map.of("statement_timeout", "1000"));
        fill(pool);

        server.vanish();
        var lost = pool.query(PID).execute();

        assertThatThrownBy(() -> Waiting.on(lost)).hasCauseInstanceOf(ClosedConnectionException.class);
        await().atMost(LONG).until(() -> pool.size() == 0);
    }

    @Test
    void aServerThatLetsNobodyInHoldsNoConnectionAndKeepsNoneThatCameLate() {
        Pool pool = pool(Map.of());
        server.hang(true);

        var refused = IntStream.range(0, SIZE)
                .mapToObj(_ -> pool.query(PID).execute())
                .toList();

        refused.forEach(statement ->
                assertThatThrownBy(() -> Waiting.on(statement)).hasCauseInstanceOf(ConnectException.class));
        await().atMost(LONG).until(() -> pool.size() == 0);
        server.hang(false);
        assertThat(pid(pool)).isPositive();
        await().atMost(LONG).until(() -> server.passed() > SIZE && sessions(pool) == pool.size());
    }

    @Test
    void aTransactionOnAMachineThatVanishedFailsToo() {
        Pool pool = pool(Map.of("statement_timeout", "1000"));

        var lost = pool.withTransaction(connection -> connection
                .query("select 1")
                .execute()
                .onSuccess(_ -> server.vanish())
                .compose(_ -> connection.query("select 2").execute()));

        assertThatThrownBy(() -> Waiting.on(lost)).hasCauseInstanceOf(ClosedConnectionException.class);
        awaitAnAnswer(pool);
    }

    @Test
    void aStatementThatPostgresEndsItselfKeepsItsConnection() {
        Pool pool = pool(Map.of("statement_timeout", "1000"));
        int before = pid(pool);

        var ended = pool.query("select pg_sleep(60)").execute();

        assertThatThrownBy(() -> Waiting.on(ended)).hasCauseInstanceOf(PgException.class);
        assertThat(pid(pool)).isEqualTo(before);
    }

    @Test
    void aTimeoutWithAUnitIsRefusedAtStart() {
        assertThatThrownBy(() -> pool(Map.of("statement_timeout", "15s")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("milliseconds")
                .hasMessageContaining("15s");
    }

    private static void fill(Pool pool) {
        var atOnce = IntStream.range(0, SIZE)
                .mapToObj(_ -> pool.query("select pg_sleep(0.2)").execute())
                .toList();
        atOnce.forEach(Waiting::on);
        assertThat(pool.size()).isEqualTo(SIZE);
    }

    /// The pool may hand out a dead connection once more before it hears of the end.
    private static void awaitAnAnswer(Pool pool) {
        await().atMost(LONG).ignoreExceptions().until(() -> pid(pool) > 0);
    }

    private static int sessions(Pool pool) {
        return Waiting.on(pool.query("select count(*) from pg_stat_activity where datname = current_database()")
                        .execute())
                .iterator()
                .next()
                .getInteger(0);
    }

    private static int pid(Pool pool) {
        return Waiting.on(pool.query(PID).execute()).iterator().next().getInteger(0);
    }

    private static PgConnectOptions options() {
        return PgConnectOptions.fromUri(PostgresResource.reactiveUrl())
                .setUser(PostgresResource.user())
                .setPassword(PostgresResource.password());
    }

    private Pool pool(Map<String, String> properties) {
        var options = options().setHost("localhost").setPort(server.port());
        properties.forEach(options::addProperty);
        var settings = new PoolOptions().setMaxSize(SIZE);
        return new ServicePool().create(new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return settings;
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(options);
            }
        });
    }
}
