package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A relay is told to stop while Kafka has its events and the database has not marked them yet. The service's own relay
/// is the one of the process that comes after it.
@QuarkusTest
@OnRealServers
class StoppingRelayTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /// Long enough for the next relay to take what was let go too early.
    private static final Duration A_FEW_TURNS = Duration.ofMillis(600);

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    OutboxConfig config;

    @Inject
    OutboxStore store;

    @Inject
    EventPublisher publisher;

    @Inject
    MeterRegistry meters;

    private OutboxRelay stopping;
    private Connection holdsMarksUp;

    /// Each mark waits as long as this test's connection has the lock.
    @BeforeEach
    void aRelayWhoseMarksCanBeHeldUp() throws SQLException {
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        Db.execute("""
                create function held_up() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock_shared(4711); return null; end $$""");
        Db.execute("create trigger held_up before update on outbox execute function held_up()");
        holdsMarksUp = PostgresResource.connect();
        execute("select pg_advisory_lock(4711)");
        var lease = new OutboxLease(pool, config);
        await().atMost(TIMEOUT).until(() -> {
            Db.execute("update outbox_lease set expires_at = '-infinity'");
            return lease.takeOrRenew().await().atMost(TIMEOUT).isPresent();
        });
        stopping = new OutboxRelay(vertx, config, lease, store, publisher, new RelayMetrics(new SimpleMeterRegistry()));
        stopping.start(new StartupEvent());
        await().atMost(TIMEOUT)
                .until(() -> meters.get("coworkpay.outbox.leader").gauge().value() == 0);
    }

    @AfterEach
    void nothingIsHeldUp() throws SQLException {
        holdsMarksUp.close();
        stopping.stop(new ShutdownEvent());
        Db.execute("drop function held_up cascade");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
    }

    @Test
    void theTurnInHandEndsWithItsMarkBeforeTheNextRelayIsAtWork() throws SQLException {
        String key = UUID.randomUUID().toString();
        UUID first = publishedButNotMarked(key);
        var stop = CompletableFuture.runAsync(() -> stopping.stop(new ShutdownEvent()));
        await().during(A_FEW_TURNS).atMost(TIMEOUT).until(() -> Db.unpublished() == 1);
        goOn();
        stop.join();
        assertThat(Db.unpublished()).isZero();

        UUID second = Db.event(key, 2, "{}");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        assertThat(events(key, 2)).extracting(ReceivedEvent::id).containsExactly(first.toString(), second.toString());
    }

    @Test
    void whatCouldNotBeMarkedInTimeIsPublishedAgainByTheNextRelayWithTheSameId() throws SQLException {
        String key = UUID.randomUUID().toString();
        UUID id = publishedButNotMarked(key);
        stopping.stop(new ShutdownEvent());
        assertThat(events(key, 2)).hasSizeGreaterThanOrEqualTo(2).allMatch(e -> id.toString()
                .equals(e.id()));
        assertThat(Db.unpublished()).isOne();
        goOn();
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
    }

    private UUID publishedButNotMarked(String key) {
        UUID id = Db.event(key, 1, "{}");
        events(key, 1);
        await().atMost(TIMEOUT)
                .until(() ->
                        Db.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
        return id;
    }

    private void goOn() throws SQLException {
        execute("select pg_advisory_unlock(4711)");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holdsMarksUp.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<ReceivedEvent> events(String key, int atLeast) {
        return KafkaProbe.awaitEvents("test.outbound", e -> key.equals(e.key()), atLeast);
    }
}
