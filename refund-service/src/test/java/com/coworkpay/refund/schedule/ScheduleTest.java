package com.coworkpay.refund.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.intake.RecheckUnknown;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opening hours by event and over REST, and the full days that begin by them. 10 January 2030 is a Thursday.
@RefundServiceTest
class ScheduleTest {

    private static final String DAY = "2030-01-10";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final JsonObject DEFAULT = new JsonObject().put("kind", "DEFAULT");
    private static final JsonObject PUBLIC = new JsonObject().put("kind", "PUBLIC");

    @Inject
    RecheckUnknown recheckUnknown;

    @Inject
    ChangeSchedule changeSchedule;

    @Inject
    MeterRegistry meters;

    @Test
    void aDayBeginsWhenItOpens() {
        TestLocation place = TestLocation.open()
                .schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"))
                .schedule(PUBLIC, "2026-01-01", LONG_AGO, hours("11:00"));
        TestPayment paid = place.pay(day());
        JsonObject preview = preview(place, paid);
        assertThat(preview.getString("deadlineLocal")).isEqualTo("2030-01-09T09:00:00+09:00");
        assertThat(preview.getJsonObject("start").getString("local")).isEqualTo("2030-01-10T09:00:00+09:00");
        assertThat(preview.getJsonObject("explanation").getString("en")).contains("The day begins when it opens");

        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:00:01Z")));
        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED TOO_LATE 0");
        assertThat(evidence(paid, "source")).isEqualTo("OPENING_TIME");
        assertThat(Db.text(
                        "select evidence #>> '{start,schedule}' from decision where payment_id = ?::uuid", paid.id()))
                .contains("\"kind\": \"DEFAULT\"", "\"version\": 1");
    }

    /// Not midnight: nothing is decided until the location says something.
    @Test
    void withoutHoursACancellationWaitsForThem() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(day());
        assertThat(preview(place, paid).getString("reason")).isEqualTo("SCHEDULE_UNKNOWN");
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T23:59:59Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        assertThat(decisions(paid)).isZero();
        recheck();
        assertThat(meters.get("coworkpay.cancellations.schedule.unknown")
                        .gauge()
                        .value())
                .isPositive();

        assertThat(put(place, "DEFAULT", body("2026-01-01", "09:00")).statusCode())
                .isEqualTo(200);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Db.number("select count(*) from waiting_for_schedule where payment_id = ?::uuid", paid.id()))
                .isZero();
    }

    @Test
    void anAdministratorsChoiceNeedsNoHours() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(day());
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:00Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:01Z"))
                .put("cancelledBy", new JsonObject().put("id", "minji").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", 5000)));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 5000");
    }

    /// A process that ended between storing hours and deciding: the next check finds it.
    @Test
    void whatWasLeftBehindIsFoundAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(day());
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:00Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        Db.update(
                "insert into schedule_version (location_id, kind, version, valid_from, changed_at, changed_by)"
                        + " values (?, 'DEFAULT', 1, '1970-01-01', now(), 'test')",
                place.location());
        recheck();
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(evidence(paid, "source")).isEqualTo("NO_SCHEDULE");
    }

    /// The process ended after it had resolved the day and before it decided.
    @Test
    void whatWasResolvedAndNotDecidedIsFoundAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(day());
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:00Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        Db.update(
                "insert into full_day_start select payment_id, start_day, begun_at, '2030-01-10T00:00:00Z', 'OPENING_TIME',"
                        + " 'DEFAULT', '', '', 1 from paid_payment where payment_id = ?::uuid",
                paid.id());
        Db.update(
                "update waiting_for_schedule set blocks = false, resolved = true where payment_id = ?::uuid",
                paid.id());
        recheck();
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Db.number("select count(*) from waiting_for_schedule where payment_id = ?::uuid", paid.id()))
                .isZero();
    }

    /// All of a location's schedules in one batch, the default one first.
    @Test
    void schedulesThatComeTogetherAreStoredBeforeAnythingIsDecided() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.payUnpublished(day());
        paid.state().put("ownerRole", "NONMEMBER");
        place.publishPaid(paid);
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:30:00Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        changeSchedule
                .change(List.of(
                        schedule(place, ScheduleRef.DEFAULT, "08:00"), schedule(place, ScheduleRef.PUBLIC, "10:00")))
                .await()
                .atMost(Duration.ofSeconds(20));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(evidence(paid, "local")).isEqualTo("2030-01-10T10:00:00+09:00");
    }

    /// Restored and booked anew for an exact time: that cancellation needs no hours.
    @Test
    void aCancellationThatNeedsNoHoursDoesNotWaitForOneThatDoes() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(day());
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:00Z")));
        TestLocation.until(() -> blocked(paid) == 1);
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T00:00:01Z"))
                .put("startAt", "2030-01-10T09:00:00+09:00"));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        recheck();
        assertThat(blocked(paid)).isEqualTo(1);
    }

    @Test
    void otherHoursOfTheSameMomentAreNoRepetition() {
        TestLocation place = TestLocation.open().schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"));
        assertThatThrownBy(() -> changeSchedule
                        .change(new NewSchedule(
                                place.location(),
                                ScheduleRef.DEFAULT,
                                LocalDate.parse("2026-01-01"),
                                LONG_AGO,
                                OpeningHours.of(hours("10:00").encode()),
                                null))
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isInstanceOf(UnreadableEventException.class);
        assertThat(versions(place, "DEFAULT")).hasSize(1);
    }

    /// The booking system's clock may be ahead: what a person sets after its change counts all the same.
    @Test
    void whatIsSetLastCounts() {
        TestLocation place = TestLocation.open()
                .schedule(DEFAULT, "2026-01-01", Instant.now().plusSeconds(200), hours("09:00"));
        put(place, "DEFAULT", body("2026-01-01", "10:00"));
        assertThat(versions(place, "DEFAULT")
                        .getJsonObject(0)
                        .getJsonObject("weekly")
                        .encode())
                .contains("10:00");
    }

    @Test
    void laterHoursDoNotMoveADayThatIsResolved() {
        TestLocation place = TestLocation.open().schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"));
        TestPayment paid = place.pay(day());
        place.schedule(DEFAULT, "2026-01-01", Instant.now(), hours("06:00"));
        assertThat(preview(place, paid).getString("deadlineLocal")).isEqualTo("2030-01-09T09:00:00+09:00");
    }

    /// By the hours that were shown when it was moved.
    @Test
    void aMoveBringsAnotherDay() {
        TestLocation place = TestLocation.open().schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"));
        TestPayment paid = place.pay(day());
        place.schedule(DEFAULT, "2026-01-01", Instant.now(), hours("06:00"));
        JsonObject move = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("movedAt", Instant.now().toString())
                .put("day", "2030-01-17");
        KafkaProbe.publish("booking.events", paid.payableId(), "booking.moved.v1", move.encode());
        TestLocation.until(() -> Db.number(
                        "select count(*) from full_day_start where payment_id = ?::uuid and start_day = '2030-01-17'",
                        paid.id())
                == 1);
        assertThat(preview(place, paid, "2030-01-15T00:00:00Z").getString("deadlineLocal"))
                .isEqualTo("2030-01-16T06:00:00+09:00");
    }

    /// A cancellation that names another day than was paid for.
    @Test
    void aCancellationsOwnDayCounts() {
        TestLocation place = TestLocation.open().schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"));
        TestPayment paid = place.pay(day());
        place.cancel(
                place.cancellation(paid, Instant.parse("2030-01-12T00:00:00Z")).put("day", "2030-01-17"));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(evidence(paid, "from")).isEqualTo("CANCELLATION");
        assertThat(evidence(paid, "local")).isEqualTo("2030-01-17T09:00:00+09:00");
    }

    @Test
    void theSameChangeAgainIsNoNewVersion() {
        TestLocation place = TestLocation.open().schedule(DEFAULT, "2026-01-01", LONG_AGO, hours("09:00"));
        put(place, "DEFAULT", body("2026-01-01", "09:00"));
        put(place, "DEFAULT", body("2026-01-01", "09:00"));
        JsonArray versions = versions(place, "DEFAULT");
        assertThat(versions).hasSize(1);
        put(place, "DEFAULT", body("2026-01-01", "10:00"));
        put(place, "DEFAULT", body("2026-01-01", "09:00"));
        assertThat(versions(place, "DEFAULT")).hasSize(3);
    }

    @Test
    void manyChangesAtOnceAreAllKept() {
        TestLocation place = TestLocation.open();
        var changes = IntStream.range(0, 8)
                .mapToObj(hour -> CompletableFuture.runAsync(
                        () -> assertThat(put(place, "PUBLIC", body("2026-01-01", "0%d:00".formatted(hour)))
                                        .statusCode())
                                .isEqualTo(200)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(changes)
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .join();
        assertThat(versions(place, "PUBLIC")).hasSize(8);
    }

    @Test
    void aResourceHasItsOwn() {
        TestLocation place = TestLocation.open();
        String path = "/v1/locations/" + place.location() + "/schedules/RESOURCE?resourceType=DESK&resourceId=창가 7";
        given().auth()
                .oauth2(manager(place))
                .contentType("application/json")
                .body(body("2026-01-01", "10:00").encode())
                .put(path)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(manager(place))
                .delete(path + "&validFrom=2026-06-01")
                .then()
                .statusCode(200);
        put(place, "DEFAULT", body("2026-01-01", "09:00"));
        JsonArray versions =
                new JsonObject(given().auth().oauth2(manager(place)).get(path).asString()).getJsonArray("schedules");
        assertThat(versions).hasSize(2);
        assertThat(versions.getJsonObject(0).getValue("weekly")).isNull();
        assertThat(versions.getJsonObject(1).getString("resourceId")).isEqualTo("창가 7");

        String all = "/v1/locations/" + place.location() + "/schedules?limit=1";
        JsonObject first =
                new JsonObject(given().auth().oauth2(manager(place)).get(all).asString());
        assertThat(first.getJsonArray("schedules").getJsonObject(0).getString("kind"))
                .isEqualTo("DEFAULT");
        JsonObject second = new JsonObject(given().auth()
                .oauth2(manager(place))
                .get(all + "&cursor=" + first.getString("nextCursor"))
                .asString());
        assertThat(second.getJsonArray("schedules").getJsonObject(0).getString("kind"))
                .isEqualTo("RESOURCE");
        assertThat(second.getString("nextCursor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'validFrom':'2026-02-30','weekly':{}}",
                "{'validFrom':'2026-01-01'}",
                "{'validFrom':'2026-01-01','weekly':{'MONTAG':[]}}",
                "{'validFrom':'2026-01-01','weekly':{'MONDAY':[{'opens':'9:00','closes':'18:00'}]}}",
                "{'validFrom':'2026-01-01','weekly':{'MONDAY':[{'opens':'09:00','closes':'09:00'}]}}",
                "{'validFrom':'2026-01-01','weekly':{'MONDAY':[{'opens':'22:00','closes':'02:00'}]}}",
                "{'validFrom':'2026-01-01','weekly':{'MONDAY':[{'opens':'09:00','closes':'12:00'},{'opens':'11:00','closes':'13:00'}]}}",
                "{'validFrom':'2026-01-01','weekly':{'MONDAY':null}}",
                "{'validFrom':'2026-01-01','weekly':{},'closedDays':['2026-13-01']}"
            })
    void whatFitsNotIsRefused(String body) {
        TestLocation place = TestLocation.open();
        Response answer = put(place, "DEFAULT", new JsonObject(body.replace('\'', '"')));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        JsonObject problem = new JsonObject(answer.asString());
        assertThat(problem.containsKey("field") || problem.containsKey("errors"))
                .isTrue();
        assertThat(versions(place, "DEFAULT")).isEmpty();
    }

    @Test
    void whoMayNotSetThemIsRefused() {
        TestLocation place = TestLocation.open();
        String reader =
                TestIdentity.token("hyun").at(place.location(), "payment:read").sign();
        given().auth()
                .oauth2(reader)
                .contentType("application/json")
                .body(body("2026-01-01", "09:00").encode())
                .put("/v1/locations/{l}/schedules/DEFAULT", place.location())
                .then()
                .statusCode(403);
    }

    private static Response put(TestLocation place, String schedule, JsonObject body) {
        return given().auth()
                .oauth2(manager(place))
                .contentType("application/json")
                .body(body.encode())
                .put("/v1/locations/{l}/schedules/{s}", place.location(), schedule);
    }

    private static JsonArray versions(TestLocation place, String schedule) {
        return new JsonObject(given().auth()
                        .oauth2(manager(place))
                        .get("/v1/locations/{l}/schedules/{s}", place.location(), schedule)
                        .asString())
                .getJsonArray("schedules");
    }

    private static String manager(TestLocation place) {
        return TestIdentity.token("minji")
                .at(place.location(), "payment:read", "schedule:manage")
                .sign();
    }

    private static NewSchedule schedule(TestLocation place, ScheduleRef schedule, String opens) {
        return new NewSchedule(
                place.location(),
                schedule,
                LocalDate.parse("2026-01-01"),
                Instant.now(),
                OpeningHours.of(hours(opens).encode()),
                null);
    }

    private static JsonObject hours(String opens) {
        return new JsonObject()
                .put(
                        "weekly",
                        new JsonObject()
                                .put(
                                        "THURSDAY",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("opens", opens)
                                                        .put("closes", "22:00"))))
                .put("closedDays", new JsonArray());
    }

    private static JsonObject body(String validFrom, String opens) {
        return hours(opens).put("validFrom", validFrom);
    }

    private static PaymentSpec day() {
        return PaymentSpec.of("BOOKING").day(DAY).policy("BEFORE_START", "P1D");
    }

    private void recheck() {
        recheckUnknown.recheck().await().atMost(Duration.ofSeconds(20));
    }

    private static long blocked(TestPayment paid) {
        return Db.number("select count(*) from waiting_for_schedule where payment_id = ?::uuid and blocks", paid.id());
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }

    private static String evidence(TestPayment paid, String member) {
        return Db.text("select evidence -> 'start' ->> ? from decision where payment_id = ?::uuid", member, paid.id());
    }

    private static JsonObject preview(TestLocation place, TestPayment paid) {
        return preview(place, paid, Instant.now().toString());
    }

    private static JsonObject preview(TestLocation place, TestPayment paid, String at) {
        return new JsonObject(given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds/preview?at={at}", place.location(), paid.id(), at)
                .asString());
    }
}
