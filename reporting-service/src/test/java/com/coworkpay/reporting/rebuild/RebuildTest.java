package com.coworkpay.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.Rows;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class RebuildTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    @BeforeEach
    void nothingButWhatWasTold() {
        Rows.forget();
    }

    @AfterEach
    void nothingGoesOn() {
        Db.update("delete from rebuild where state = 'RUNNING' and requested_by = 'held-by-test'");
        TestLocation.until(() -> Db.number("select count(*) from rebuild where state = 'RUNNING'") == 0);
    }

    @Test
    void aRebuiltProjectionIsEqualToTheByteAndAnswersFromTheOtherSlot() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        TestLocation.refund(RefundEvent.of(payment).requested(5_000, AT).succeeded(AT));
        PaymentEvent early = PaymentEvent.paid(location.id(), AT);
        TestLocation.refund(RefundEvent.of(early).requestedRest(AT));
        KafkaProbe.publish("payment.events", "poison", "coworkpay.payment.paid.v1", "[]");
        // The topic ends with what nobody is to read: a record that was taken back, and the marker that says so.
        KafkaProbe.publishAndAbort(
                "payment.events",
                payment.id(),
                payment.type(),
                payment.state().copy().put("version", 90).encode());
        Rebuilds.allHandled();
        String before = Rebuilds.digest();
        long generation = Rebuilds.generation();

        JsonPath rebuilt = Rebuilds.rebuilt();
        assertThat(rebuilt.getString("state")).isEqualTo("SWITCHED");
        assertThat(rebuilt.getLong("recordsRead")).isPositive();
        assertThat(rebuilt.getLong("recordsSkipped")).isPositive();
        assertThat(Rebuilds.generation()).isEqualTo(generation + 1);
        assertThat(Rebuilds.digest()).isEqualTo(before);
        assertThat(location.one(payment).getLong("transaction.netKrw")).isEqualTo(17_000);
        assertThat(location.get("transactions").getLong("completeness.generation"))
                .isEqualTo(generation + 1);

        // The old generation goes, and a second rebuild goes back to its side.
        TestLocation.until(() ->
                Db.number("select count(*) from report_payment r join projection p on p.current_side <> r.side") == 0);
        Rebuilds.rebuilt();
        assertThat(Rebuilds.digest()).isEqualTo(before);
    }

    /// The topics are told of what the rebuild does not read any more: it comes by the consumers, which feed both.
    @Test
    void whatHappensDuringARebuildIsInIt() {
        TestLocation location = TestLocation.open();
        List<PaymentEvent> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            told.add(location.pay());
        }
        Rebuilds.allHandled();
        UUID id = Rebuilds.held("READING");
        int building = Rebuilds.feeding();
        PaymentEvent during = location.pay();
        told.add(during);
        TestLocation.refund(RefundEvent.of(told.getFirst()).requestedRest(AT).succeeded(AT));
        // Both have it, and only one answers.
        assertThat(Db.number("select count(*) from report_payment where payment_id = ?::uuid", during.id()))
                .isEqualTo(2);
        assertThat(location.get("transactions").getList("transactions")).hasSize(6);

        // Aimed at what was there before: the positions of the test stand at the beginning.
        Db.update("""
                insert into projection_position (reader, topic, partition_no, next_offset, target_offset)
                select 'REBUILD', topic, partition_no, 0, next_offset from projection_position where reader = 'LIVE'""");
        Rebuilds.release(id);
        TestLocation.until(() -> Rebuilds.state(id).equals("SWITCHED"));
        assertThat(Db.number("select current_side from projection")).isEqualTo(building);
        assertThat(location.get("transactions").getList("transactions.id"))
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(PaymentEvent::id).toList());
        assertThat(location.one(told.getFirst()).getString("transaction.status"))
                .isEqualTo("REFUNDED");
        String after = Rebuilds.digest();
        Rebuilds.allHandled();
        Rebuilds.rebuilt();
        assertThat(Rebuilds.digest()).isEqualTo(after);
    }

    @Test
    void rowsThatWereLostComeBack() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        Rebuilds.allHandled();
        String before = Rebuilds.digest();
        Db.update("delete from report_payment where location_id = ?", location.id());
        assertThat(location.get("transactions").getList("transactions")).isEmpty();
        Rebuilds.rebuilt();
        assertThat(Rebuilds.digest()).isEqualTo(before);
        assertThat(location.get("transactions").getList("transactions.id")).containsExactly(payment.id());
    }

    @Test
    void oneAtATime() {
        UUID id = Rebuilds.held("PREPARING");
        TestLocation.operator()
                .post("/internal/projection/rebuilds")
                .then()
                .statusCode(409)
                .body("type", endsWith(":rebuild-running"));
        Rebuilds.stop(id);
        Rebuilds.rebuilt();
    }

    /// The process dies at any step: another one goes on with it, and it does not come back.
    @Test
    void aRebuildThatLostItsProcessIsTakenOver() {
        TestLocation location = TestLocation.open();
        location.pay();
        Rebuilds.allHandled();
        String before = Rebuilds.digest();
        for (String phase : List.of("PREPARING", "REPLAYING", "READING")) {
            UUID id = Rebuilds.held(phase);
            if (phase.equals("READING")) {
                Db.update("""
                        insert into projection_position (reader, topic, partition_no, next_offset, target_offset)
                        select 'REBUILD', topic, partition_no, 0, next_offset from projection_position
                         where reader = 'LIVE'""");
            }
            if (!phase.equals("PREPARING")) {
                Rebuilds.feeding();
            }
            Rebuilds.release(id);
            TestLocation.until(() -> Rebuilds.state(id).equals("SWITCHED"));
            assertThat(Db.number("select epoch from rebuild where id = ?", id)).isGreaterThan(Rebuilds.EPOCH);
            assertThat(Rebuilds.digest()).as(phase).isEqualTo(before);
        }
    }

    @Test
    void anOperatorStopsIt() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        UUID id = Rebuilds.held("READING");
        Rebuilds.feeding();
        long generation = Rebuilds.generation();
        TestLocation.operator()
                .get("/internal/projection/rebuilds/" + id)
                .then()
                .body("state", equalTo("RUNNING"))
                .body("phase", equalTo("READING"));
        Rebuilds.stop(id);
        assertThat(Rebuilds.state(id)).isEqualTo("STOPPED");
        assertThat(Db.text("select building_side from projection")).isEqualTo("null");
        assertThat(Rebuilds.generation()).isEqualTo(generation);
        assertThat(location.one(payment).getLong("transaction.paidKrw")).isEqualTo(22_000);
        // Once more changes nothing.
        Rebuilds.stop(id);
    }

    @Test
    void aTopicThatLostSomethingMakesNoReport() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        Rebuilds.allHandled();
        // As if more had been read than the topic holds.
        Db.update("update projection_position set next_offset = next_offset + 1000000"
                + " where reader = 'LIVE' and topic = 'payment.events' and partition_no = 0");
        try {
            JsonPath failed = Rebuilds.finished(Rebuilds.requested());
            assertThat(failed.getString("state")).isEqualTo("FAILED");
            assertThat(failed.getString("failure")).isEqualTo("TOPIC_ENDS_EARLY");
            assertThat(Db.text("select building_side from projection")).isEqualTo("null");
            assertThat(location.one(payment).getLong("transaction.paidKrw")).isEqualTo(22_000);
        } finally {
            Db.update("update projection_position set next_offset = next_offset - 1000000"
                    + " where reader = 'LIVE' and topic = 'payment.events' and partition_no = 0");
        }
    }

    /// PostgreSQL ends a statement by its time-out in the same words as by a person.
    @Test
    void aDigestThatTakesTooLongSaysWhatToDo() throws Exception {
        try (ExecutorService operator = Executors.newSingleThreadExecutor();
                Connection connection = PostgresResource.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table report_location in access exclusive mode");
                var asked = operator.submit(() -> TestLocation.operator().get("/internal/projection/digest"));
                Awaitility.await()
                        .until(() -> Db.number("select count(pg_cancel_backend(pid)) from pg_stat_activity"
                                        + " where wait_event_type = 'Lock' and query like '%report_digest%'")
                                == 1);
                asked.get().then().statusCode(503).body("type", equalTo("urn:coworkpay:problem:digest-too-slow"));
            }
        }
    }

    @Test
    void onlyOperatorsMayLookAndAsk() {
        String analyst = TestIdentity.token("analyst").everywhere("report:read").sign();
        String elsewhere =
                TestIdentity.token("x").at("gangnam", "projection:rebuild").sign();
        for (String token : List.of(analyst, elsewhere)) {
            given().auth().oauth2(token).get("/internal/projection").then().statusCode(403);
            given().auth()
                    .oauth2(token)
                    .get("/internal/projection/digest")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .post("/internal/projection/rebuilds")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .delete("/internal/projection/rebuilds/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        given().get("/internal/projection").then().statusCode(401);
        TestLocation.operator()
                .get("/internal/projection/rebuilds/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void theOperatorSeesHowFarItIs() {
        TestLocation.open().pay();
        Rebuilds.allHandled();
        JsonPath projection =
                TestLocation.operator().get("/internal/projection").jsonPath();
        assertThat(projection.getList("partitions")).hasSize(9);
        assertThat(projection.getLong("eventsBehind")).isZero();
        assertThat(projection.getString("completeUpTo")).isNotBlank();
    }
}
