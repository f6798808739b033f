package com.coworkpay.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class EventConsumerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final int CONNECTIONS = 8;

    @Inject
    ThingsConsumer consumer;

    @Inject
    MeterRegistry metrics;

    @Inject
    Pool pool;

    @AfterEach
    void serversAreThere() {
        PostgresResource.startServer();
        KafkaResource.startServer();
    }

    @Test
    void anEventHasItsEffectOnceHoweverOftenItComes() {
        String id = publish("{\"note\":\"x\"}");
        KafkaProbe.publish("test.inbound", "k", "thing.happened.v1", "{\"note\":\"x\"}", "ce_id", id);
        KafkaProbe.publish("test.inbound", "k", "thing.happened.v1", "{\"note\":\"x\"}", "ce_id", id);
        awaitTheNext("k");
        assertThat(consumer.tries.get(id)).isEqualTo(3);
        assertThat(Db.effectsOf(id)).isOne();
    }

    @Test
    void theHandlerRunsWithinTheSendersTrace() {
        String id = KafkaProbe.publish(
                "test.inbound", "k", "thing.happened.v1", "{}", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        awaitEffect(id);
        assertThat(consumer.traces.get(id)).contains(TRACE).doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsReasonAndTheNextIsHandled() {
        String run = UUID.randomUUID().toString();
        raw(run, "not json " + run, "ce_id", run, "ce_type", "t", "mine", "kept");
        raw(run, "[1]", "ce_id", run, "ce_type", "t");
        raw(run, "{}", "ce_type", "t");
        raw(run, "{}", "ce_id", run);
        raw(run, "{} {}", "ce_id", run, "ce_type", "t");
        raw(run, "{\"x\":\"" + "x".repeat(262_144) + "\"}", "ce_id", run, "ce_type", "t");
        raw(run, "{\"structured\":true}", "content-type", "application/cloudevents+json; charset=UTF-8");
        KafkaProbe.publishRaw("test.inbound", run, null, "ce_id", run, "ce_type", "t");
        KafkaProbe.publish("test.inbound", run, "thing.unknown.v9", "{}");
        awaitTheNext(run);

        assertThat(KafkaProbe.awaitEvents("outbox-test.dlq", e -> run.equals(e.key()), 9))
                .extracting(e -> e.header("dead-letter-reason"))
                .containsExactly(
                        "not JSON",
                        "not a JSON object",
                        "no ce_id",
                        "no ce_type",
                        "not JSON",
                        "too large: 262152 bytes",
                        "no ce_id",
                        "no value",
                        "unknown type thing.unknown.v9");
        ReceivedEvent first = KafkaProbe.awaitEvent("outbox-test.dlq", e -> run.equals(e.key()));
        assertThat(first.value()).isEqualTo("not json " + run);
        assertThat(first.headers())
                .containsEntry("mine", "kept")
                .containsEntry("ce_id", run)
                .containsEntry("dead-letter-topic", "test.inbound")
                .containsKeys("dead-letter-partition", "dead-letter-offset");
    }

    @Test
    void aMegabyteIsSetAsideToo() {
        String run = UUID.randomUUID().toString();
        raw(run, "x".repeat(1_048_300), "ce_id", run, "ce_type", "t", "h", "y".repeat(64));
        awaitTheNext(run);
        ReceivedEvent letter = KafkaProbe.awaitEvent("outbox-test.dlq", e -> run.equals(e.key()));
        assertThat(letter.header("dead-letter-reason")).startsWith("too large");
        assertThat(letter.header("dead-letter-cut")).isEqualTo("value");
    }

    @Test
    void headersThatAloneFillARequestHoldNobodyUp() {
        String run = UUID.randomUUID().toString();
        raw(run, "{}", "mine", "kept", "ce_id", run, "huge", "y".repeat(1_048_300));
        awaitTheNext(run);
        ReceivedEvent letter = KafkaProbe.awaitEvent("outbox-test.dlq", e -> run.equals(e.key()));
        assertThat(letter.header("dead-letter-reason")).isEqualTo("no ce_type (cut: headers)");
        assertThat(letter.header("dead-letter-cut")).isEqualTo("headers");
        assertThat(letter.headers()).containsEntry("mine", "kept").doesNotContainKey("huge");
        assertThat(letter.value()).isEqualTo("{}");
    }

    @Test
    void aKeyThatAloneFillsARequestHoldsNobodyUp() {
        String run = UUID.randomUUID().toString();
        KafkaProbe.publishBytes(
                "test.inbound", "k".repeat(1_048_400).getBytes(UTF_8), null, Map.of("ce_id", run.getBytes(UTF_8)));
        KafkaProbe.awaitEvent("outbox-test.dlq", e -> run.equals(e.id()) && "key".equals(e.header("dead-letter-cut")));
    }

    @Test
    void aDeadLetterHasItsKeyAndHeadersByteByByte() {
        String run = UUID.randomUUID().toString();
        byte[] noText = HexFormat.of().parseHex("0000000007feff80" + run.replace("-", ""));
        KafkaProbe.publishBytes(
                "test.inbound", noText, new byte[] {(byte) 0xff}, Map.of("bytes", noText, "run", run.getBytes(UTF_8)));
        KafkaProbe.publishBytes("test.inbound", null, new byte[] {1}, Map.of("run", run.getBytes(UTF_8)));
        KafkaProbe.publishBytes("test.inbound", new byte[0], new byte[] {2}, Map.of("run", run.getBytes(UTF_8)));
        KafkaProbe.awaitEvents("outbox-test.dlq", e -> run.equals(e.header("run")), 3);
        List<ConsumerRecord<byte[], byte[]>> letters = KafkaProbe.recordsOf("outbox-test.dlq").stream()
                .filter(letter -> letter.headers().lastHeader("run") != null
                        && run.equals(
                                new String(letter.headers().lastHeader("run").value(), UTF_8)))
                .toList();
        assertThat(letters).hasSize(3).anySatisfy(letter -> {
            assertThat(letter.key()).isEqualTo(noText);
            assertThat(letter.value()).isEqualTo(new byte[] {(byte) 0xff});
            assertThat(letter.headers().lastHeader("bytes").value()).isEqualTo(noText);
        });
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isEqualTo(new byte[] {1});
        });
        assertThat(letters).anySatisfy(letter -> assertThat(letter.key()).isEmpty());
    }

    @Test
    void whatASenderTakesBackIsNeverHeard() {
        String aborted =
                KafkaProbe.publishAndAbort("test.inbound", "k", "thing.happened.v1", "{\"note\":\"taken back\"}");
        String committed = KafkaProbe.publishInTransaction("test.inbound", "k", "thing.happened.v1", "{}");
        awaitEffect(committed);
        awaitTheNext("k");
        assertThat(Db.effectsOf(aborted)).isZero();
        assertThat(consumer.tries).doesNotContainKey(aborted);
    }

    @Test
    void afterATransactionAndSilenceNobodyIsBehind() {
        String committed = KafkaProbe.publishInTransaction("test.inbound", "k", "thing.happened.v1", "{}");
        KafkaProbe.publishAndAbort("test.inbound", "other", "thing.happened.v1", "{}");
        awaitEffect(committed);
        await().atMost(TIMEOUT).until(() -> lag("events") == 0 && lag("seconds") == 0);
    }

    @Test
    void aDefectOfAHandlerIsNotTakenForADatabaseThatIsAway() {
        String id = publish("{\"note\":\"of the wrong kind\"}");
        assertThat(deadLetterReason(id)).startsWith("handler failed: ");
        assertThat(consumer.tries.get(id)).isEqualTo(5);
        awaitTheNext("k");
    }

    @Test
    void deadLettersAreCountedByTopicAndReasonAndAreZeroFromTheStart() {
        for (String topic : List.of("test.inbound", "test.batches")) {
            for (DeadLetterKind kind : DeadLetterKind.values()) {
                assertThat(deadLetters(topic, kind)).isNotNegative();
            }
        }
        double before = deadLetters("test.inbound", DeadLetterKind.REFUSED_BY_DATABASE);
        double unreadable = deadLetters("test.inbound", DeadLetterKind.UNREADABLE);
        deadLetterReason(publish("{\"note\":\"forbidden\"}"));
        String run = UUID.randomUUID().toString();
        raw(run, "not json", "ce_id", run, "ce_type", "t");
        awaitTheNext(run);
        assertThat(deadLetters("test.inbound", DeadLetterKind.REFUSED_BY_DATABASE))
                .isEqualTo(before + 1);
        assertThat(deadLetters("test.inbound", DeadLetterKind.UNREADABLE)).isEqualTo(unreadable + 1);
    }

    private double deadLetters(String topic, DeadLetterKind kind) {
        return metrics.get("coworkpay.dead.letters")
                .tags("topic", topic, "reason", kind.name())
                .counter()
                .count();
    }

    @Test
    void whoeverWaitsIsBehindByKafkasWord() {
        awaitTheNext("before");
        await().atMost(TIMEOUT).until(() -> lag("events") == 0 && lag("seconds") == 0);
        PostgresResource.stopServer();
        publish("{}");
        await().atMost(TIMEOUT).until(() -> lag("events") == 1 && lag("seconds") > 0.5);
        PostgresResource.startServer();
        await().atMost(TIMEOUT).until(() -> lag("events") == 0 && lag("seconds") == 0);
    }

    private double lag(String unit) {
        return metrics.get("coworkpay.consumer.lag." + unit)
                .tags("group", "outbox-test", "topic", "test.inbound")
                .gauge()
                .value();
    }

    @Test
    void whatTheDatabaseRefusesIsSetAside() {
        String id = publish("{\"note\":\"forbidden\"}");
        String nul = publish("{\"note\":\"\\u0000\"}");
        assertThat(deadLetterReason(id)).isEqualTo("refused by the database: SQLSTATE 23514");
        assertThat(deadLetterReason(nul)).isEqualTo("refused by the database: SQLSTATE 22021");
        assertThat(consumer.tries.get(id)).isOne();
    }

    @Test
    void anUnknownFailureIsTriedFiveTimes() {
        String passes = publish("{\"failures\":4,\"note\":\"ok\"}");
        String never = publish("{\"failures\":99,\"note\":\"ok\"}");
        awaitEffect(passes);
        assertThat(deadLetterReason(never))
                .isEqualTo("handler failed: java.lang.IllegalStateException")
                .doesNotContain("4111");
        assertThat(consumer.tries.get(passes)).isEqualTo(5);
        assertThat(consumer.tries.get(never)).isEqualTo(5);
        awaitTheNext("k");
    }

    @Test
    void whileTheDatabaseIsAwayThePartitionWaits() {
        awaitEffect(publish("{}"));
        PostgresResource.stopServer();
        String id = publish("{\"note\":\"late\"}");
        await().atMost(TIMEOUT).until(() -> waitingSeconds() > 2);
        RestAssured.get("/q/health/live").then().statusCode(200);
        assertThat(consumer.tries.get(id)).isGreaterThan(2);
        PostgresResource.startServer();
        awaitEffect(id);
        assertThat(Db.effectsOf(id)).isOne();
        await().atMost(TIMEOUT).until(() -> waitingSeconds() == 0);
        assertThat(KafkaProbe.eventsOf("outbox-test.dlq")).noneMatch(e -> id.equals(e.id()));
    }

    @Test
    void whileAllConnectionsAreTakenThePartitionWaits() {
        awaitEffect(publish("{}"));
        var taken = new ArrayList<SqlConnection>();
        try {
            for (int n = 0; n < CONNECTIONS; n++) {
                taken.add(pool.getConnectionAndAwait());
            }
            // The client has other words for each.
            assertThatThrownBy(pool::getConnectionAndAwait).satisfies(EventConsumerTest::isTheDatabases);
            assertThatThrownBy(() -> pool.query("select 1").executeAndAwait())
                    .satisfies(EventConsumerTest::isTheDatabases);
            String id = publish("{}");
            await().atMost(TIMEOUT).until(() -> waitingSeconds() > 2);
            taken.removeLast().closeAndAwait();
            awaitEffect(id);
            assertThat(KafkaProbe.eventsOf("outbox-test.dlq")).noneMatch(e -> id.equals(e.id()));
        } finally {
            taken.forEach(SqlConnection::closeAndAwait);
        }
    }

    @Test
    void afterAnOutageOfKafkaItGoesOn() {
        awaitEffect(publish("{}"));
        KafkaResource.restart();
        awaitEffect(publish("{}"));
    }

    private static void isTheDatabases(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.DATABASE);
    }

    private double waitingSeconds() {
        return metrics.get("coworkpay.consumer.waiting.seconds")
                .tag("consumer", "things")
                .gauge()
                .value();
    }

    private static String publish(String json) {
        return KafkaProbe.publish("test.inbound", "k", "thing.happened.v1", json);
    }

    private static void raw(String key, String value, String... headers) {
        KafkaProbe.publishRaw("test.inbound", key, value.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// The partition goes on: an event of the same key, sent after the others, is handled.
    private static void awaitTheNext(String key) {
        awaitEffect(KafkaProbe.publish("test.inbound", key, "thing.happened.v1", "{}"));
    }

    private static void awaitEffect(String id) {
        await().atMost(TIMEOUT).until(() -> Db.effectsOf(id) >= 1);
    }

    private static String deadLetterReason(String id) {
        return String.valueOf(
                KafkaProbe.awaitEvent("outbox-test.dlq", e -> id.equals(e.id())).header("dead-letter-reason"));
    }
}
