package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever is blocked, with however many keys, the others go on.
@QuarkusTest
@OnRealServers
class BlockedRelayTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// Twice as many as a relay of some time ago could remember.
    private static final int MANY = 2_000;

    @Inject
    MeterRegistry metrics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    OutboxConfig config;

    @Inject
    OutboxStore store;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Db.execute("delete from outbox where published_at is null");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0 && blockedKeys() == 0);
    }

    @Test
    void aTopicThatIsMissingDelaysNothingElse() {
        String run = UUID.randomUUID() + "-";
        String missing = "missing-" + run;
        many(missing, run, "{}");
        UUID good = Db.event(run + "good", 1, "{}");
        isPublished(good);
        await().atMost(TIMEOUT).until(() -> blockedTopics() == 1);
        assertThat(blockedKeys()).isZero();
        isPublished(Db.event(run + "good", 2, "{}"));

        KafkaResource.topic(missing, false);
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        assertThat(KafkaProbe.awaitEvents(missing, event -> true, MANY)).hasSizeGreaterThanOrEqualTo(MANY);
        await().atMost(TIMEOUT).until(() -> blockedTopics() == 0);
    }

    @Test
    void eventsThatAreRefusedDelayNothingElse() throws Exception {
        String run = UUID.randomUUID() + "-";
        String narrow = "narrow-" + run;
        KafkaResource.topic(narrow, false);
        // More than what a producer puts into one request with others, which it would divide again and again.
        maxMessageBytes(narrow, 20_000);
        many(narrow, run, "{\"x\":\"" + "x".repeat(30_000) + "\"}");
        for (int version = 1; version <= 3; version++) {
            Db.event(narrow, run + "small", version, "{}");
        }
        UUID good = Db.event(run + "good", 1, "{}");
        isPublished(good);
        assertThat(KafkaProbe.awaitEvents(narrow, event -> true, 3))
                .extracting(ReceivedEvent::key, ReceivedEvent::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 3)
                        .mapToObj(version -> org.assertj.core.groups.Tuple.tuple(run + "small", (long) version))
                        .toList());
        await().atMost(TIMEOUT).until(() -> blockedKeys() == MANY);
        // Behind the one that is refused, and not to be sent before it.
        Db.event(narrow, run + 7, 2, "{}");
        isPublished(Db.event(run + "good", 2, "{}"));
        assertThat(KafkaProbe.eventsOf(narrow)).noneMatch(event -> (run + 7).equals(event.key()));

        maxMessageBytes(narrow, 1_000_000);
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        assertThat(KafkaProbe.eventsOf(narrow).stream()
                        .filter(event -> (run + 7).equals(event.key()))
                        .map(ReceivedEvent::version)
                        .distinct())
                .containsExactly(1L, 2L);
    }

    @Test
    void aPartitionThatTakesNothingDelaysNothingElse() {
        String run = UUID.randomUUID() + "-";
        List<String> stuck = keysOf(run, 1, MANY);
        String free = keysOf(run + "free-", 0, 1).getFirst();
        var leaderless = new Leaderless(broker, config, 1);
        var lease = new OutboxLease(pool, config);
        await().atMost(TIMEOUT).until(() -> {
            Db.execute("update outbox_lease set expires_at = '-infinity'");
            return lease.takeOrRenew().await().atMost(TIMEOUT).isPresent();
        });
        var meters = new SimpleMeterRegistry();
        var relay = new OutboxRelay(
                vertx, config, lease, store, new EventPublisher(leaderless, config), new RelayMetrics(meters));
        relay.start(new StartupEvent());
        try {
            Db.execute(
                    "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload)"
                            + " select uuidv7(), 'test.outbound', 'thing', key, 'thing.changed.v1', 1, '{}'"
                            + " from string_to_table(?, ',') key",
                    String.join(",", stuck));
            Db.event(stuck.getFirst(), 2, "{}");
            isPublished(Db.event(free, 1, "{}"));
            await().atMost(TIMEOUT).until(() -> blockedKeys() == MANY);
            assertThat(meters.get("coworkpay.outbox.blocked.topics").gauge().value())
                    .isOne();
            isPublished(Db.event(free, 2, "{}"));
            // One event of one key tries it, however many wait.
            assertThat(leaderless.tries.get()).isLessThan(MANY / 2);

            leaderless.hasALeader = true;
            await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0 && blockedKeys() == 0);
            assertThat(KafkaProbe.eventsOf("test.outbound").stream()
                            .filter(event -> stuck.getFirst().equals(event.key()))
                            .map(ReceivedEvent::version)
                            .distinct())
                    .containsExactly(1L, 2L);
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void aNewRelayTriesWhatItsPredecessorLeftBehind() {
        String run = UUID.randomUUID() + "-";
        UUID head = Db.event(run + "left", 1, "{}");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0);
        Db.execute(
                "insert into outbox_blocked_key (topic, aggregateid, partition, event_id)"
                        + " values ('test.outbound', ?, 1, ?), ('test.outbound', ?, null, ?)",
                run + "left",
                head,
                run + "gone",
                Ids.next());
        Db.event(run + "left", 2, "{}");
        Db.event(run + "gone", 1, "{}");
        Db.execute("update outbox_lease set holder = 'robber', epoch = epoch + 1,"
                + " expires_at = clock_timestamp() + interval '1 second'");
        await().atMost(TIMEOUT).until(() -> Db.unpublished() == 0 && blockedKeys() == 0);
    }

    /// Of the topic `test.outbound` one partition has no leader: what is sent there gets no answer in time.
    private static final class Leaderless extends EventProducer {
        private final int partition;
        final AtomicInteger tries = new AtomicInteger();
        volatile boolean hasALeader;

        Leaderless(Map<String, Object> broker, OutboxConfig config, int partition) {
            super(broker, config);
            this.partition = partition;
        }

        @Override
        void send(ProducerRecord<byte[], byte[]> outgoing) throws PublishFailedException {
            if (!hasALeader && partitionOf(outgoing.topic(), outgoing.key()) == partition) {
                tries.incrementAndGet();
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                throw new PublishFailedException(new TimeoutException("Expiring 1 record(s)"), partition, 3);
            }
            super.send(outgoing);
        }
    }

    private static List<String> keysOf(String prefix, int partition, int many) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> prefix + i)
                .filter(key -> Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 3 == partition)
                .limit(many)
                .toList();
    }

    private static void many(String topic, String run, String payload) {
        Db.execute(
                "insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload)"
                        + " select uuidv7(), ?, 'thing', ? || i, 'thing.changed.v1', 1, cast(? as jsonb)"
                        + " from generate_series(1, ?) i",
                topic,
                run,
                payload,
                MANY);
    }

    private static void isPublished(UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Db.number("select count(*) from outbox where id = ? and published_at is not null", id) == 1);
    }

    private double blockedTopics() {
        return metrics.get("coworkpay.outbox.blocked.topics").gauge().value();
    }

    private static long blockedKeys() {
        return Db.number("select count(*) from outbox_blocked_key");
    }

    private static void maxMessageBytes(String topic, int bytes) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) KafkaResource.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
