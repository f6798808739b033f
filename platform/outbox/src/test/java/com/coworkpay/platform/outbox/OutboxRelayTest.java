package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class OutboxRelayTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxStore store;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void nothingIsLeftOfATestThatFailed() {
        Db.execute("delete from outbox where published_at is null");
    }

    @AfterEach
    void serversAreThereAndNothingIsLeft() {
        PostgresResource.startServer();
        KafkaResource.startServer();
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
    }

    @Test
    void anEventIsACloudEventWithItsKeyAndItsTrace() {
        UUID id = Ids.next();
        Db.execute(
                "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)"
                        + " values (?, 'test.outbound', 'thing', 'cloud', 'thing.changed.v1', 7, '{\"a\": 1}', ?)",
                id,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        relay.wake();
        ReceivedEvent event =
                KafkaProbe.awaitEvent("test.outbound", e -> id.toString().equals(e.id()));
        assertThat(event.key()).isEqualTo("cloud");
        assertThat(event.version()).isEqualTo(7);
        assertThat(event.data().get("a").asInt()).isEqualTo(1);
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/coworkpay/outbox-test")
                .containsEntry("ce_type", "thing.changed.v1")
                .containsEntry("ce_subject", "cloud")
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(event.header("ce_time")).endsWith("Z");
    }

    @Test
    void whatIsPublishedIsCountedByItsType() {
        Db.event("counted", 1, "{}");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        double before = published();
        Db.event("counted", 2, "{}");
        Db.event("counted", 3, "{}");
        relay.wake();
        await().atMost(TIMEOUT).until(() -> published() == before + 2);
    }

    private double published() {
        return metrics.get("coworkpay.outbox.published")
                .tags("topic", "test.outbound", "type", "thing.changed.v1")
                .counter()
                .count();
    }

    @Test
    void wakesThatRainDoNotPutItOff() {
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        try (ScheduledExecutorService busy = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> rain = busy.scheduleAtFixedRate(relay::wake, 0, 2, TimeUnit.MILLISECONDS);
            UUID id = Db.event("in-the-rain", 1, "{}");
            KafkaProbe.awaitEvent("test.outbound", e -> id.toString().equals(e.id()));
            assertThat(rain.isDone()).isFalse();
            rain.cancel(false);
        }
    }

    @Test
    void withinAKeyTheOrderIsKept() {
        String run = UUID.randomUUID() + "-";
        for (long version = 1; version <= 40; version++) {
            for (String key : List.of("a", "b", "c")) {
                Db.event(run + key, version, "{}");
            }
        }
        relay.wake();
        // At least once: a relay that lost its lease, in the test before perhaps, sends again what it could not mark.
        await().atMost(TIMEOUT).untilAsserted(() -> {
            List<ReceivedEvent> events = eventsWithKeysLike(run, 120);
            for (String key : List.of("a", "b", "c")) {
                assertThat(events.stream()
                                .filter(e -> (run + key).equals(e.key()))
                                .map(ReceivedEvent::version)
                                .distinct())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 40).boxed().toList());
            }
        });
    }

    @Test
    void whatCannotBePublishedBlocksItsOwnKeyOnly() {
        String run = UUID.randomUUID() + "-";
        UUID tooLarge = Db.event(run + "stuck", 1, "{\"x\":\"" + "x".repeat(2_000_000) + "\"}");
        // More than a batch of them: they must not fill it, or nothing else would be read.
        for (long version = 2; version <= 60; version++) {
            Db.event(run + "stuck", version, "{}");
        }
        for (long version = 1; version <= 5; version++) {
            Db.event(run + "free", version, "{}");
        }
        relay.wake();
        assertThat(eventsWithKeysLike(run, 5)).allMatch(e -> (run + "free").equals(e.key()));
        await().atMost(TIMEOUT)
                .until(() ->
                        metrics.get("coworkpay.outbox.blocked.keys").gauge().value() == 1);
        Db.event(run + "free", 6, "{}");
        assertThat(eventsWithKeysLike(run, 6)).noneMatch(e -> (run + "stuck").equals(e.key()));
        await().atMost(TIMEOUT)
                .until(() -> metrics.get("coworkpay.outbox.oldest.unpublished.seconds")
                                .gauge()
                                .value()
                        > 0);
        await().atMost(TIMEOUT)
                .until(() ->
                        metrics.get("coworkpay.outbox.backlog.events").gauge().value() == 60);
        assertThat(metrics.get("coworkpay.database.up").gauge().value()).isOne();

        Db.execute("update outbox set payload = '{}' where id = ?", tooLarge);
        assertThat(eventsWithKeysLike(run + "stuck", 60).stream().map(ReceivedEvent::version))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        await().atMost(TIMEOUT)
                .until(() ->
                        metrics.get("coworkpay.outbox.blocked.keys").gauge().value() == 0);
    }

    @Test
    void aMissingTopicBlocksItsOwnKeysOnly() {
        String run = UUID.randomUUID() + "-";
        Db.event("no.such.topic", run + "lost", 1, "{}");
        Db.event(run + "fine", 1, "{}");
        relay.wake();
        assertThat(eventsWithKeysLike(run, 1)).hasSize(1);
        Db.execute("delete from outbox where aggregateid = ?", run + "lost");
    }

    @Test
    void markedByAnOldEpochIsNothing() {
        UUID id = Db.event("held-back", 1, "{}");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        long epoch = Db.number("select epoch from outbox_lease");
        Db.execute("update outbox set published_at = null where id = ?", id);
        int marked = store.markPublished(new OutboxLease.Held("somebody", epoch), List.of(id))
                .await()
                .atMost(TIMEOUT);
        assertThat(marked).isZero();
    }

    @Test
    void aNewHolderHasANewEpochAndTheOldOneMarksNothing() {
        await().atMost(TIMEOUT).until(() -> Db.number("select count(*) from outbox_lease") == 1);
        String holder = text("select holder from outbox_lease");
        long epoch = Db.number("select epoch from outbox_lease");
        rob("robber", "10 minutes");
        UUID id = Db.event("robbed", 1, "{}");
        assertThat(store.markPublished(new OutboxLease.Held(holder, epoch), List.of(id))
                        .await()
                        .atMost(TIMEOUT))
                .isZero();
        assertThat(store.markPublished(new OutboxLease.Held("robber", epoch + 1), List.of(id))
                        .await()
                        .atMost(TIMEOUT))
                .isOne();
        Db.execute("update outbox_lease set expires_at = '-infinity'");
    }

    @Test
    void whatADeadRelayPublishedButDidNotMarkIsPublishedAgainWithTheSameId() {
        String run = UUID.randomUUID() + "-";
        Db.execute("""
                create function no_marks() returns trigger language plpgsql as
                $$ begin raise exception 'the relay dies before its mark'; end $$""");
        Db.execute("create trigger no_marks before update on outbox execute function no_marks()");
        UUID id = Db.event(run + "twice", 1, "{}");
        relay.wake();
        eventsWithKeysLike(run, 1);
        rob("the next relay", "1 second");
        Db.execute("drop trigger no_marks on outbox");
        Db.execute("drop function no_marks()");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        List<ReceivedEvent> events = eventsWithKeysLike(run, 2);
        assertThat(events).hasSizeGreaterThanOrEqualTo(2).allMatch(e -> id.toString()
                .equals(e.id()));
    }

    @Test
    void aLeaseOfADeadRelayIsTakenOverWhenItExpires() {
        rob("dead", "3 seconds");
        long epoch = Db.number("select epoch from outbox_lease");
        UUID id = Db.event("waits-for-the-lease", 1, "{}");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        assertThat(Db.number("select epoch from outbox_lease")).isEqualTo(epoch + 1);
        // Marked by the new epoch only, so not before the dead relay's lease was over.
        assertThat(Db.number(
                        "select count(*) from outbox where id = ? and published_at > created_at + interval '2 s'", id))
                .isOne();
        KafkaProbe.awaitEvent("test.outbound", e -> id.toString().equals(e.id()));
    }

    @Test
    void whileKafkaIsAwayNothingIsLostAndAfterwardsAllOfItGoesOut() {
        String run = UUID.randomUUID() + "-";
        KafkaResource.stopServer();
        for (int i = 0; i < 300; i++) {
            Db.event(run + i % 30, i, "{}");
        }
        relay.wake();
        await().atMost(TIMEOUT)
                .until(() ->
                        metrics.get("coworkpay.outbox.blocked.topics").gauge().value() > 0);
        assertThat(Db.unpublished()).isEqualTo(300);
        KafkaResource.startServer();
        List<ReceivedEvent> events = eventsWithKeysLike(run, 300);
        for (int i = 0; i < 30; i++) {
            String key = run + i;
            List<Long> versions = events.stream()
                    .filter(e -> key.equals(e.key()))
                    .map(ReceivedEvent::version)
                    .distinct()
                    .toList();
            assertThat(versions).hasSize(10).isSorted();
        }
    }

    @Test
    void aRestartOfTheDatabaseIsSurvived() {
        PostgresResource.restart();
        UUID id = Db.event("after-restart", 1, "{}");
        KafkaProbe.awaitEvent("test.outbound", e -> id.toString().equals(e.id()));
    }

    @Test
    void publishedEventsAreForgottenInBatches() {
        List<UUID> old = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            old.add(UUID.fromString("01900000-0000-7000-8000-00000000000" + i));
        }
        old.forEach(id -> Db.execute(
                "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, published_at)"
                        + " values (?, 't', 't', 'k', 't', 1, '{}', now() - interval '8 days')"
                        + " on conflict do nothing",
                id));
        assertThat(store.forgetPublished(Duration.ofDays(7), 3).await().atMost(TIMEOUT))
                .isEqualTo(3);
        assertThat(store.forgetPublished(Duration.ofDays(7), 3).await().atMost(TIMEOUT))
                .isEqualTo(2);
        assertThat(store.forgetPublished(Duration.ofDays(7), 3).await().atMost(TIMEOUT))
                .isZero();
    }

    private static void rob(String holder, String length) {
        Db.execute(
                "update outbox_lease set holder = ?, epoch = epoch + 1,"
                        + " expires_at = clock_timestamp() + cast(? as interval)",
                holder,
                length);
    }

    private static String text(String sql) {
        try (var connection = PostgresResource.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ReceivedEvent> eventsWithKeysLike(String prefix, int atLeast) {
        return KafkaProbe.awaitEvents(
                "test.outbound", e -> String.valueOf(e.key()).startsWith(prefix), atLeast);
    }
}
