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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class BatchConsumerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    ManyThingsConsumer consumer;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void serversAreThere() {
        PostgresResource.startServer();
        KafkaResource.startServer();
    }

    @Test
    void whatOnePollBringsIsOneTransaction() {
        Burst burst = new Burst();
        List<String> ids = IntStream.range(0, 100)
                .mapToObj(i -> burst.add("{\"note\":\"" + burst.key() + "\"}"))
                .toList();
        burst.send();
        await().atMost(TIMEOUT).until(() -> effectsOf(burst) == 100);
        assertThat(callsWith(ids)).containsExactly(ids);
        assertThat(Db.number("select count(distinct xmin::text) from effect where note = ?", burst.key()))
                .isOne();
        assertThat(orderOf(burst)).isEqualTo(ids);
    }

    @Test
    void anEventHasItsEffectOnceInOneBatchAndOverBatches() {
        Burst burst = new Burst();
        String twice = burst.add("{\"note\":\"" + burst.key() + "\"}");
        String other = burst.add("{\"note\":\"" + burst.key() + "\"}");
        burst.addWithId(twice, "thing.happened.v1", "{\"note\":\"" + burst.key() + "\"}");
        burst.send();
        burst.send();
        awaitTheNext(burst.key());
        assertThat(Db.effectsOf(twice)).isOne();
        assertThat(Db.effectsOf(other)).isOne();
        assertThat(callsWith(List.of(twice))).allMatch(call -> Set.copyOf(call).size() == call.size());
    }

    @Test
    void onlyTheGuiltyAreSetAsideEachWithItsOwnReason() {
        Burst burst = new Burst();
        List<String> good = new ArrayList<>();
        good.add(burst.add(note(burst)));
        String notJson = burst.add("not json");
        good.add(burst.add(note(burst)));
        String forbidden = burst.add("{\"note\":\"forbidden\"}");
        good.add(burst.add(note(burst)));
        String unknown = burst.add("thing.unknown.v9", "{}");
        good.add(burst.add(note(burst)));
        String broken = burst.add("{\"broken\":true}");
        good.add(burst.add(note(burst)));
        burst.send();
        awaitTheNext(burst.key());

        assertThat(orderOf(burst)).isEqualTo(good);
        List<ReceivedEvent> letters =
                KafkaProbe.awaitEvents("outbox-test.dlq", e -> burst.key().equals(e.key()), 4);
        assertThat(letters)
                .hasSize(4)
                .extracting(ReceivedEvent::id, e -> e.header("dead-letter-reason"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(notJson, "not JSON"),
                        org.assertj.core.groups.Tuple.tuple(forbidden, "refused by the database: SQLSTATE 23514"),
                        org.assertj.core.groups.Tuple.tuple(unknown, "unknown type thing.unknown.v9"),
                        org.assertj.core.groups.Tuple.tuple(broken, "handler failed: java.lang.IllegalStateException"));
    }

    @Test
    void aCorrectedEventUnderTheSameIdIsNotLostBesideItsBrokenTwin() {
        Burst burst = new Burst();
        String id = UUID.randomUUID().toString();
        burst.addWithId(id, "thing.unknown.v9", "{}");
        burst.addWithId(id, "thing.happened.v1", note(burst));
        burst.send();
        await().atMost(TIMEOUT).until(() -> Db.effectsOf(id) == 1);
    }

    @Test
    void whileTheDatabaseIsAwayTheBatchWaits() {
        awaitTheNext("k");
        PostgresResource.stopServer();
        Burst burst = new Burst();
        List<String> ids =
                IntStream.range(0, 20).mapToObj(i -> burst.add(note(burst))).toList();
        burst.send();
        await().atMost(TIMEOUT).until(() -> waitingSeconds() > 2);
        assertThat(callsWith(ids)).hasSizeGreaterThan(2).allMatch(call -> call.equals(ids));
        PostgresResource.startServer();
        await().atMost(TIMEOUT).until(() -> effectsOf(burst) == 20);
        awaitTheNext(burst.key());
        assertThat(orderOf(burst)).isEqualTo(ids);
        assertThat(waitingSeconds()).isZero();
        assertThat(KafkaProbe.eventsOf("outbox-test.dlq"))
                .noneMatch(e -> burst.key().equals(e.key()));
    }

    @Test
    void aBatchHasATraceOfItsOwnAndEachEventKeepsItsOwn() {
        Burst burst = new Burst();
        String first = traced(burst, "1");
        String second = traced(burst, "2");
        String garbled = burst.add("thing.happened.v1", note(burst), "traceparent", "00-\0-x");
        burst.send();
        await().atMost(TIMEOUT).until(() -> effectsOf(burst) == 3);
        assertThat(consumer.ownTraces.get(garbled)).isEqualTo("null");
        assertThat(consumer.ownTraces.get(first)).contains(traceId("1"));
        assertThat(consumer.ownTraces.get(second)).contains(traceId("2"));
        assertThat(consumer.currentTraces.get(first))
                .isEqualTo(consumer.currentTraces.get(second))
                .startsWith("00-")
                .doesNotContain(traceId("1"))
                .doesNotContain(traceId("2"));

        Burst alone = new Burst();
        String only = traced(alone, "3");
        alone.send();
        await().atMost(TIMEOUT).until(() -> effectsOf(alone) == 1);
        assertThat(consumer.currentTraces.get(only)).contains(traceId("3"));
    }

    @Test
    void aBatchIsAcknowledgedToItsEnd() {
        Burst burst = new Burst();
        IntStream.range(0, 10).forEach(i -> burst.add(note(burst)));
        burst.add("not json");
        burst.send();
        await().atMost(TIMEOUT).until(BatchConsumerTest::isCommittedToItsEnd);
        assertThat(effectsOf(burst)).isEqualTo(10);
    }

    private static boolean isCommittedToItsEnd() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.bootstrapServers(),
                "group.id",
                "outbox-test-batches",
                "enable.metrics.push",
                false);
        try (var probe = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = new HashSet<>();
            probe.partitionsFor(Burst.TOPIC)
                    .forEach(p -> partitions.add(new TopicPartition(Burst.TOPIC, p.partition())));
            Map<TopicPartition, Long> ends = probe.endOffsets(partitions);
            Map<TopicPartition, OffsetAndMetadata> committed = probe.committed(partitions);
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata reached = committed.get(end.getKey());
                return end.getValue() == 0 || (reached != null && reached.offset() == end.getValue());
            });
        }
    }

    private static String traced(Burst burst, String digit) {
        return burst.add(
                "thing.happened.v1", note(burst), "traceparent", "00-" + traceId(digit) + "-00f067aa0ba902b7-01");
    }

    private static String traceId(String digit) {
        return digit.repeat(32);
    }

    private static String note(Burst burst) {
        return "{\"note\":\"" + burst.key() + "\"}";
    }

    private static long effectsOf(Burst burst) {
        return Db.number("select count(*) from effect where note = ?", burst.key());
    }

    private static List<String> orderOf(Burst burst) {
        return Db.texts("select event_id from effect where note = ? order by seq", burst.key());
    }

    /// The calls that brought any of these.
    private List<List<String>> callsWith(List<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return consumer.calls.stream()
                .filter(call -> call.stream().anyMatch(wanted::contains))
                .toList();
    }

    private double waitingSeconds() {
        return metrics.get("coworkpay.consumer.waiting.seconds")
                .tag("consumer", "many-things")
                .gauge()
                .value();
    }

    /// The partition goes on: an event of the same key, sent after the others, is handled.
    private static void awaitTheNext(String key) {
        String id = KafkaProbe.publish(Burst.TOPIC, key, "thing.happened.v1", "{}");
        await().atMost(TIMEOUT).until(() -> Db.effectsOf(id) == 1);
    }
}
