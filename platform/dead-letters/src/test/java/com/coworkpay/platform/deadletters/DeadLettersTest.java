package com.coworkpay.platform.deadletters;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.TestIdentityResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From what could not be processed to its effect, with a real Kafka and a real PostgreSQL.
@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "letters_test"),
            @ResourceArg(name = "application-role", value = "letters_app")
        })
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = "topics", value = "letters.inbound,letters.other,letters-test.dlq"))
@QuarkusTestResource(TestIdentityResource.class)
class DeadLettersTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String INBOUND = "letters.inbound";
    private static final String OTHER = "letters.other";
    private static final String DLQ = "letters-test.dlq";

    @Inject
    Things things;

    @BeforeEach
    void broken() {
        things.isMended = false;
    }

    @Test
    void whatCouldNotBeReadIsListedAndTakesEffectOnceAfterTheMend() {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{\"note\":\"강남\"}", "mine", "kept");
        String id = letterOf(event);
        JsonPath listed = get("?status=OPEN&kind=UNREADABLE&topic=" + INBOUND).jsonPath();
        assertThat(listed.getString("deadLetters.find { it.deadLetterId == '" + id + "' }.reason"))
                .isEqualTo("not mended yet");
        JsonPath one = get("/" + id).jsonPath();
        assertThat(one.getString("value")).isEqualTo("{\"note\":\"강남\"}");
        assertThat(one.getString("headers.find { it.name == 'mine' }.value")).isEqualTo("kept");
        assertThat(one.getList("cut")).isEmpty();

        JsonPath refused = post("/" + id + "/replay", "first try").jsonPath();
        assertThat(refused.getString("deadLetter.status")).isEqualTo("OPEN");
        assertThat(refused.getString("deadLetter.refusal")).isEqualTo("not mended yet");

        things.isMended = true;
        JsonPath replayed = post("/" + id + "/replay", "mended").jsonPath();
        assertThat(replayed.getString("deadLetter.status")).isEqualTo("REPLAYED");
        assertThat(replayed.getList("actions.action")).containsExactly("REPLAY", "REPLAY");
        assertThat(replayed.getList("actions.outcome")).containsExactly("REFUSED", "DONE");
        assertThat(replayed.getList("actions.actedBy")).containsOnly("minji");
        assertThat(replayed.getList("actions.note")).containsExactly("first try", "mended");
        assertThat(effects(event)).isOne();

        post("/" + id + "/replay", "again").then().statusCode(200);
        assertThat(things.timesHandled(event)).isOne();
        post("/" + id + "/dismissal", "too late").then().statusCode(409);
        assertThat(letters(event)).as("no second letter of a refused replay").isOne();
    }

    /// The handler sees it where it lay and as it came.
    @Test
    void aReplayedEventHasItsOwnPlaceAndTime() {
        String event = UUID.randomUUID().toString();
        KafkaProbe.publishRaw(INBOUND, "k", "{}".getBytes(UTF_8), "ce_id", event, "ce_type", "t");
        String id = letterOf(event);
        ConsumerRecord<byte[], byte[]> record = recordOf(INBOUND, event);
        things.isMended = true;
        post("/" + id + "/replay", "mended");
        var replayed = things.handled.stream()
                .filter(each -> each.id().equals(event))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(replayed.topic(), replayed.partition(), replayed.offset(), replayed.time()))
                .containsExactly(
                        record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    /// A service has a handler for each topic.
    @Test
    void itGoesToTheHandlerOfItsTopicAlone() {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        String other = KafkaProbe.publish(OTHER, "k", "thing.happened.v1", "{}");
        String id = letterOf(event);
        String otherId = letterOf(other);
        things.isMended = true;
        post("/" + id + "/replay", "mended").then().statusCode(200);
        post("/" + otherId + "/replay", "mended").then().statusCode(200);
        assertThat(things.handled.stream().map(IncomingEvent::id))
                .contains(event)
                .doesNotContain(other);
        assertThat(things.others.stream().map(IncomingEvent::id))
                .contains(other)
                .doesNotContain(event);
    }

    /// All of them have found it open before the first takes it.
    @Test
    void severalAtOnceAreOneReplay() throws Exception {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        String id = letterOf(event);
        things.isMended = true;
        List<String> notes = List.of("one", "two", "three", "four");
        try (var callers = Executors.newFixedThreadPool(notes.size());
                var holder = PostgresResource.connect();
                var hold = holder.prepareStatement("select from dead_letter where id = ?::uuid for update")) {
            holder.setAutoCommit(false);
            hold.setString(1, id);
            hold.execute();
            List<CompletableFuture<Response>> all = notes.stream()
                    .map(note -> CompletableFuture.supplyAsync(() -> post("/" + id + "/replay", note), callers))
                    .toList();
            await().atMost(TIMEOUT)
                    .until(() -> Db.number("select count(*) from pg_locks where not granted") == notes.size());
            holder.rollback();
            all.forEach(each -> each.join().then().statusCode(200));
        }
        assertThat(things.timesHandled(event)).isOne();
        assertThat(Db.number(
                        "select count(*) from dead_letter_action where letter_id = ?::uuid and action = 'REPLAY'", id))
                .isOne();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(get("/" + id).jsonPath().getString("deadLetter.status"))
                        .isEqualTo("REPLAYED"));
    }

    /// A process ended after it had stored the intention.
    @Test
    void whatWasLeftInBetweenIsGoneOnWith() {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        String id = letterOf(event);
        things.isMended = true;
        Db.update("""
                with taken as (update dead_letter set status = 'REPLAYING', lease_until = now() - interval '1 second'
                                where id = ?::uuid returning id)
                insert into dead_letter_action (letter_id, action, acted_by, note)
                select id, 'REPLAY', 'minji', 'before the crash' from taken""", id);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(get("/" + id).jsonPath().getString("deadLetter.status"))
                        .isEqualTo("REPLAYED"));
        assertThat(effects(event)).isOne();
        assertThat(get("/" + id).jsonPath().getList("actions.outcome")).containsExactly("DONE");
    }

    @Test
    void ofWhatWasCutTheWholeIsReplayedWhileItsTopicHasIt() throws Exception {
        String event = UUID.randomUUID().toString();
        String value = "{\"x\":\"" + "x".repeat(1_048_340) + "\"}";
        KafkaProbe.publishRaw(INBOUND, "k", value.getBytes(UTF_8), "ce_id", event, "ce_type", "t");
        String id = letterOf(event);
        ConsumerRecord<byte[], byte[]> record = recordOf(INBOUND, event);
        assertThat(Db.text("select cut from dead_letter where id = ?::uuid", id))
                .isEqualTo("value");
        JsonPath one = get("/" + id).jsonPath();
        assertThat(one.getList("cut")).containsExactly("value");
        assertThat(one.getString("value")).hasSize(64 * 1024);
        assertThat(one.getString("command"))
                .contains("--topic " + INBOUND, "--partition " + record.partition(), "--offset " + record.offset());
        things.isMended = true;
        assertThat(post("/" + id + "/replay", "whole").jsonPath().getString("deadLetter.status"))
                .isEqualTo("REPLAYED");
        assertThat(things.handled.stream()
                        .filter(each -> each.id().equals(event))
                        .findFirst()
                        .orElseThrow()
                        .data()
                        .path("x")
                        .asText())
                .hasSize(1_048_340);

        things.isMended = false;
        String lost = UUID.randomUUID().toString();
        KafkaProbe.publishRaw(INBOUND, "k", value.getBytes(UTF_8), "ce_id", lost, "ce_type", "t");
        String lostId = letterOf(lost);
        forget(recordOf(INBOUND, lost));
        things.isMended = true;
        Response gone = post("/" + lostId + "/replay", "whole");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.jsonPath().getString("type")).endsWith(":dead-letter-gone");
        assertThat(gone.jsonPath().getString("detail")).contains(INBOUND);
        assertThat(get("/" + lostId).jsonPath().getString("deadLetter.status")).isEqualTo("OPEN");
        assertThat(post("/" + lostId + "/dismissal", "sent again").jsonPath().getString("deadLetter.status"))
                .isEqualTo("DISMISSED");
    }

    @Test
    void whatWasDismissedMayBeReplayedLater() {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        String id = letterOf(event);
        post("/" + id + "/notes", "asked the sender").then().statusCode(200);
        post("/" + id + "/dismissal", "not needed").then().statusCode(200);
        post("/" + id + "/dismissal", "not needed").then().statusCode(200);
        things.isMended = true;
        JsonPath replayed = post("/" + id + "/replay", "needed after all").jsonPath();
        assertThat(replayed.getString("deadLetter.status")).isEqualTo("REPLAYED");
        assertThat(replayed.getList("actions.action")).containsExactly("NOTE", "DISMISSAL", "REPLAY");
    }

    /// The sender's own headers say nothing of where it lay, and no byte is lost or does anything.
    @Test
    void hostileBytesAreShownAndNotBelieved() {
        String event = UUID.randomUUID().toString();
        byte[] value = "<script>alert(1)</script> \u202E\u0000 x".getBytes(UTF_8);
        value[value.length - 1] = (byte) 0xFF;
        KafkaProbe.publishRaw(
                INBOUND,
                "k",
                value,
                "ce_id",
                event,
                "ce_type",
                "t\u0000\u202E",
                "dead-letter-topic",
                "x; rm -rf /",
                "dead-letter-cut",
                "value");
        String id = letterOf(event);
        JsonPath one = get("/" + id).jsonPath();
        assertThat(one.getString("value")).isEqualTo("<script>alert(1)</script> [U+202E][U+0000] [0xFF]");
        assertThat(one.getString("deadLetter.topic")).isEqualTo(INBOUND);
        assertThat(one.getString("deadLetter.eventType")).isEqualTo("t[U+0000][U+202E]");
        assertThat(one.getList("cut")).isEmpty();
    }

    @Test
    void aLetterThatComesTwiceIsOneAndWhatSomebodyElsePutThereIsShown() throws Exception {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        letterOf(event);
        again(recordOf(DLQ, event));
        String strange = UUID.randomUUID().toString();
        KafkaProbe.publishRaw(DLQ, "k", "not ours".getBytes(UTF_8), "ce_id", strange, "dead-letter-topic", "`x`");
        String id = letterOf(strange);
        assertThat(letters(event)).isOne();
        assertThat(get("/" + id).jsonPath().getString("deadLetter.topic")).isEqualTo(DLQ);
        Response refused = post("/" + id + "/replay", "x");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).endsWith(":dead-letter-of-no-topic");
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        String first = letterOf(KafkaProbe.publish(INBOUND, "k", "page.v1", "{}"));
        String second = letterOf(KafkaProbe.publish(INBOUND, "k", "page.v1", "{}"));
        JsonPath page = get("?limit=1").jsonPath();
        assertThat(page.getString("deadLetters[0].deadLetterId")).isEqualTo(second);
        JsonPath next = get("?limit=1&cursor=" + page.getString("nextCursor")).jsonPath();
        assertThat(next.getString("deadLetters[0].deadLetterId")).isEqualTo(first);
        assertThat(get("?limit=1&status=OPEN&cursor=" + page.getString("nextCursor"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("?status=NONE").statusCode()).isEqualTo(400);
        assertThat(get("?colour=x").statusCode()).isEqualTo(400);
        assertThat(get("?topic=a%20b").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyOperatorsOfTheInstallationSeeThem() {
        given().get("/internal/dead-letters").then().statusCode(401);
        String elsewhere =
                TestIdentity.token("x").at("gangnam", "dead-letter:manage").sign();
        String other = TestIdentity.token("x").everywhere("projection:rebuild").sign();
        String id = letterOf(KafkaProbe.publish(INBOUND, "k", "t", "{}"));
        for (String token : List.of(elsewhere, other)) {
            var caller =
                    given().auth().oauth2(token).contentType("application/json").body(Map.of("note", "x"));
            assertThat(List.of(
                            given().auth()
                                    .oauth2(token)
                                    .get("/internal/dead-letters")
                                    .statusCode(),
                            given().auth()
                                    .oauth2(token)
                                    .get("/internal/dead-letters/" + id)
                                    .statusCode(),
                            caller.post("/internal/dead-letters/" + id + "/replay")
                                    .statusCode(),
                            caller.post("/internal/dead-letters/" + id + "/dismissal")
                                    .statusCode(),
                            caller.post("/internal/dead-letters/" + id + "/notes")
                                    .statusCode()))
                    .containsOnly(403);
        }
        assertThat(get("/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(post("/" + UUID.randomUUID() + "/replay", "x").statusCode()).isEqualTo(404);
        assertThat(post("/" + id + "/replay", "").statusCode()).isEqualTo(400);
    }

    @Test
    void theDatabaseKeepsWhatHappened() {
        String event = KafkaProbe.publish(INBOUND, "k", "thing.happened.v1", "{}");
        String id = letterOf(event);
        things.isMended = true;
        refuses("update dead_letter set status = 'REPLAYED' where id = ?::uuid", id);
        refuses("update dead_letter set status = 'DISMISSED' where id = ?::uuid", id);
        refuses("update dead_letter set reason = 'x' where id = ?::uuid", id);
        refuses("update dead_letter set value = 'x' where id = ?::uuid", id);
        refuses("delete from dead_letter where id = ?::uuid", id);
        post("/" + id + "/replay", "mended");
        refuses("update dead_letter set status = 'OPEN' where id = ?::uuid", id);
        refuses("update dead_letter_action set note = 'x' where letter_id = ?::uuid", id);
        refuses("update dead_letter_action set outcome = 'REFUSED', refusal = 'x' where letter_id = ?::uuid", id);
        refuses("delete from dead_letter_action where letter_id = ?::uuid", id);
        refuses(
                "insert into dead_letter_action (letter_id, action, acted_by, note) values (?::uuid, 'REPLAY', 'x', 'x')",
                id);
    }

    @Test
    void whatIsOpenIsMeasured() {
        letterOf(KafkaProbe.publish(INBOUND, "k", "t", "{}"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("coworkpay_dead_letters_open [1-9]"));
    }

    private static void refuses(String sql, String id) {
        assertThatThrownBy(() -> Db.update(sql, id)).as(sql).isInstanceOf(IllegalStateException.class);
    }

    private static String letterOf(String event) {
        await().atMost(TIMEOUT).until(() -> letters(event) > 0);
        return Db.text("select id from dead_letter where event_id = ?", event);
    }

    private static long letters(String event) {
        return Db.number("select count(*) from dead_letter where event_id = ?", event);
    }

    private static long effects(String event) {
        return Db.number("select count(*) from effect where event_id = ?", event);
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(String topic, String event) {
        return KafkaProbe.recordsOf(topic).stream()
                .filter(each -> each.headers().lastHeader("ce_id") != null
                        && new String(each.headers().lastHeader("ce_id").value(), UTF_8).equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static void forget(ConsumerRecord<byte[], byte[]> record) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaResource.bootstrapServers()))) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(record.topic(), record.partition()),
                            RecordsToDelete.beforeOffset(record.offset() + 1)))
                    .all()
                    .get();
        }
    }

    private static void again(ConsumerRecord<byte[], byte[]> letter) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            letter.topic(), letter.partition(), letter.key(), letter.value(), letter.headers()))
                    .get();
        }
    }

    private static Response get(String path) {
        return given().auth().oauth2(operator()).urlEncodingEnabled(false).get("/internal/dead-letters" + path);
    }

    private static Response post(String path, String note) {
        return given().auth()
                .oauth2(operator())
                .contentType("application/json")
                .body(Map.of("note", note))
                .post("/internal/dead-letters" + path);
    }

    private static String operator() {
        return TestIdentity.token("minji").everywhere("dead-letter:manage").sign();
    }
}
