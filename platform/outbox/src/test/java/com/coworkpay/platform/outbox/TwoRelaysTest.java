package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The service's own relay and the one of a second pod on the same database.
@QuarkusTest
@OnRealServers
class TwoRelaysTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

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

    @Test
    void twoRelaysPublishEachEventOnce() {
        OutboxLease lease = new OutboxLease(pool, config);
        RelayMetrics metrics = new RelayMetrics(new SimpleMeterRegistry());
        OutboxRelay second = new OutboxRelay(vertx, config, lease, store, publisher, metrics);
        second.start(new StartupEvent());
        try {
            String run = UUID.randomUUID() + "-";
            for (int version = 1; version <= 200; version++) {
                Db.event(run + version % 7, version, "{}");
            }
            await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
            List<ReceivedEvent> events = KafkaProbe.awaitEvents(
                    "test.outbound", e -> String.valueOf(e.key()).startsWith(run), 200);
            assertThat(events).hasSize(200);
        } finally {
            second.stop(new ShutdownEvent());
        }
        // Whoever held it: the one that is left works on.
        UUID id = Db.event("after-the-leave", 1, "{}");
        KafkaProbe.awaitEvent("test.outbound", e -> id.toString().equals(e.id()));
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
    }

    @Test
    void theLeaseIsReleasedByAGracefulStop() {
        long before = Db.number("select coalesce(max(epoch), 0) from outbox_lease");
        Db.execute("update outbox_lease set expires_at = '-infinity'");
        OutboxLease second = new OutboxLease(pool, config);
        await().atMost(TIMEOUT).until(() -> {
            Db.execute("update outbox_lease set expires_at = '-infinity'");
            return second.takeOrRenew().await().atMost(TIMEOUT).isPresent();
        });
        assertThat(second.current().orElseThrow().epoch()).isGreaterThan(before);
        second.release().await().atMost(TIMEOUT);
        assertThat(second.current()).isEmpty();
        await().atMost(TIMEOUT)
                .until(() -> Db.number("select count(*) from outbox_lease where expires_at > clock_timestamp()") == 1);
    }
}
