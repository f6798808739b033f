package com.coworkpay.refund.booking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.contracts.BookingEvent;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.RecordReader;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The booking system cancels, moves and restores by REST: what it says becomes the event that it would have
/// published.
@RefundServiceTest
class BookingRequestsTest {

    private static final RecordReader READER = new RecordReader(262_144);

    private final TestLocation place = TestLocation.open();

    @ParameterizedTest
    @ValueSource(strings = {"BOOKING", "EVENT_TICKET", "SHOP_ORDER"})
    void aCancellationHasTheEffectOfItsEvent(String type) {
        TestPayment byRest = pay(type);
        TestPayment byEvent = pay(type);
        JsonObject cancellation = cancellation(byRest);
        Response accepted = send("cancellations", cancellation, "k-" + byRest.id());
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        place.cancel(cancellation(byEvent));
        assertThat(TestLocation.decision(byRest)).startsWith("REFUND").isEqualTo(TestLocation.decision(byEvent));
        assertThat(shape(byRest)).isEqualTo(shape(byEvent));
        TestLocation.untilRefund(TestLocation.refundId(byRest), "SUCCEEDED");
        assertThat(place.cancels(byRest)).containsExactly(22000L);

        ReceivedEvent published = published(accepted);
        assertThat(published.type()).isEqualTo(type.toLowerCase(Locale.ROOT) + ".cancelled.v1");
        assertThat(published.key()).isEqualTo(byRest.payableId());
        assertThat(read(published)).isEqualTo(read(type.toLowerCase(Locale.ROOT) + ".cancelled.v1", cancellation));

        Response there = get(accepted.header("Location"));
        assertThat(there.<List<String>>path("cancellations.cancellationId"))
                .containsExactly(cancellation.getString("cancellationId"));
        assertThat(there.<String>path("cancellations[0].outcome")).isEqualTo("REFUND");
    }

    @Test
    void aMoveAndARestorationAreTheirEvents() {
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        JsonObject move = new JsonObject()
                .put("payable", payable(paid))
                .put("movedAt", Instant.now().toString())
                .put("day", "2030-02-01");
        Response moved = send("moves", move, "m-" + paid.id());
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(202);
        TestLocation.until(
                () -> Db.number("select count(*) from rescheduling where payable_id = ?", paid.payableId()) == 1);
        assertThat(Db.text("select start_day from rescheduling where payable_id = ?", paid.payableId()))
                .isEqualTo("2030-02-01");
        assertThat(published(moved).type()).isEqualTo("booking.moved.v1");
        assertThat(read(published(moved)))
                .isEqualTo(read("booking.moved.v1", move.copy().put("locationId", place.location())));

        JsonObject cancellation = cancellation(paid);
        send("cancellations", cancellation, "c-" + paid.id());
        Response restored = send(
                "restorations",
                new JsonObject()
                        .put("locationId", place.location())
                        .put("payable", payable(paid))
                        .put("restoredAt", Instant.now().toString())
                        .put("cancellationId", cancellation.getString("cancellationId")),
                "r-" + paid.id());
        assertThat(restored.statusCode()).as(restored.asString()).isEqualTo(202);
        assertThat(published(restored).type()).isEqualTo("booking.restored.v1");
        TestLocation.until(
                () -> "RESTORED".equals(get(restored.header("Location")).path("cancellations[0].outcome")));
    }

    @Test
    void theAnswerSaysWhereToReadWhateverTheId() {
        TestPayment unpaid = place.payUnpublished(PaymentSpec.booking());
        JsonObject cancellation = cancellation(unpaid)
                .put("cancellationId", "취소 1+2&3#4%")
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", "예약/17 #2+&?%"));
        Response accepted = send("cancellations", cancellation, "any-id");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        TestLocation.until(() -> get(accepted.header("Location"))
                .<List<String>>path("cancellations.cancellationId")
                .equals(List.of("취소 1+2&3#4%")));
    }

    @Test
    void theSameKeyIsTheSameEventAndAnotherBodyIsRefused() {
        TestPayment paid = place.pay();
        JsonObject cancellation = cancellation(paid);
        Response first = send("cancellations", cancellation, "same");
        Response again = send("cancellations", cancellation, "same");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other = send("cancellations", cancellation.copy().put("orderState", "NEW"), "same");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).isEqualTo("urn:coworkpay:problem:idempotency-key-reused");
        assertThat(other.<String>path("field")).isEqualTo("Idempotency-Key");
        assertThat(requests("same")).isEqualTo(1);
        assertThat(Db.number(
                        "select count(*) from outbox where topic = 'booking.events' and aggregateid = ?",
                        paid.payableId()))
                .isEqualTo(1);
    }

    @Test
    void manyAtOnceAreOneEvent() throws ExecutionException, InterruptedException {
        TestPayment paid = place.pay();
        JsonObject cancellation = cancellation(paid);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> send("cancellations", cancellation, "at-once")));
            }
            List<String> ids = new ArrayList<>();
            for (Future<Response> each : answers) {
                assertThat(each.get().statusCode()).as(each.get().asString()).isEqualTo(202);
                ids.add(each.get().path("eventId"));
            }
            assertThat(ids).hasSize(16).containsOnly(ids.getFirst());
        }
        assertThat(requests("at-once")).isEqualTo(1);
    }

    @Test
    void byRestAndByEventIsOneCancellation() {
        TestPayment paid = place.pay();
        JsonObject cancellation = cancellation(paid);
        place.cancel(cancellation);
        assertThat(TestLocation.decision(paid)).startsWith("REFUND");
        send("cancellations", cancellation, "both-1");
        send("cancellations", cancellation, "both-2");
        place.fence(paid);
        assertThat(Db.number("select count(*) from cancellation where payable_id = ?", paid.payableId()))
                .isEqualTo(1);
        assertThat(Db.number("select count(*) from set_aside where payable_id = ?", paid.payableId()))
                .isZero();
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void whatCannotBeBelievedIsSetAsideOrRefusedAsAnEventIs() {
        TestPayment paid = place.pay();
        JsonObject cancellation = cancellation(paid);
        send("cancellations", cancellation, "first");
        TestLocation.decision(paid);
        send(
                "cancellations",
                cancellation.copy().put("cancelledBy", by("owner-2", "LOCATION_MEMBER")),
                "other-contents");
        awaitSetAside(paid, "OTHER_CONTENTS");

        TestPayment zone = place.pay();
        Instant inNineHours = Instant.now().plus(Duration.ofHours(9));
        assertThat(send("cancellations", cancellation(zone).put("cancelledAt", inNineHours.toString()), "zone")
                        .statusCode())
                .isEqualTo(202);
        awaitSetAside(zone, "LATER_THAN_EVENT");

        JsonObject restoration =
                new JsonObject().put("payable", payable(paid)).put("restoredAt", inNineHours.toString());
        assertThat(send("restorations", restoration, "later").<String>path("field"))
                .isEqualTo("restoredAt");
        JsonObject move = new JsonObject()
                .put("payable", payable(paid))
                .put("movedAt", inNineHours.toString())
                .put("day", "2030-02-01");
        assertThat(send("moves", move, "moved-later").<String>path("field")).isEqualTo("movedAt");
    }

    /// A sender that is later than a mistake of its zone says when it wrote things down.
    @Test
    void aLateSenderSaysWhenItWasWritten() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        JsonObject restoration = new JsonObject().put("payable", payable(paid)).put("restoredAt", yesterday.toString());
        assertThat(send("restorations", restoration, "late").<String>path("field"))
                .isEqualTo("restoredAt");
        Response accepted = as("booking:manage")
                .header("Idempotency-Key", "late")
                .header("Ce-Time", yesterday.toString())
                .body(restoration.encode())
                .post(path("restorations"));
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(Instant.parse(published(accepted).header("ce_time")))
                .isEqualTo(yesterday.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        TestLocation.until(
                () -> Db.number("select count(*) from restoration where payable_id = ?", paid.payableId()) == 1);
        for (String wrong :
                List.of("yesterday", Instant.now().plus(Duration.ofHours(1)).toString())) {
            Response refused = as("booking:manage")
                    .header("Idempotency-Key", "late-2")
                    .header("Ce-Time", wrong)
                    .body(restoration.encode())
                    .post(path("restorations"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("field")).isEqualTo("Ce-Time");
        }
    }

    @Test
    void aPersonCancelsInTheirOwnNameAsAnAdministrator() {
        TestPayment paid = place.pay();
        JsonObject cancellation = cancellation(paid);
        cancellation.remove("cancelledBy");
        cancellation.put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", 5000));
        assertThat(send("cancellations", cancellation, "machine").<String>path("field"))
                .isEqualTo("cancelledBy");
        for (JsonObject another : List.of(by("hyun", "ADMIN"), by("minji", "LOCATION_MEMBER"))) {
            Response refused = sendAs("cancellation:create", cancellation.copy().put("cancelledBy", another), "p-0");
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
            assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:not-in-anothers-name");
        }
        Response accepted = sendAs("cancellation:create", cancellation, "p-1");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(TestLocation.decision(paid)).startsWith("REFUND").endsWith(" 5000");
        assertThat(Db.text(
                        "select canceled_by || ' ' || canceled_by_role from cancellation where payable_id = ?",
                        paid.payableId()))
                .isEqualTo("minji ADMIN");
        for (String other : List.of("moves", "restorations")) {
            assertThat(sendAs("cancellation:create", new JsonObject(), "p-2", other)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(sendAs("payment:create", cancellation(paid), "p-3").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "cancellationId, , cancellationId",
        "cancellationId, ' ', cancellationId",
        "locationId, elsewhere, locationId",
        "cancelledAt, 2030-01-09T09:00:00, cancelledAt",
        "cancelledAt, 2030-02-30T09:00:00Z, cancelledAt",
        "startAt, tomorrow, startAt",
        "day, 2030-02-30, day",
        "orderState, '', orderState",
        "surprise, 1, surprise"
    })
    void aWrongMemberIsNamed(String member, String value, String field) {
        JsonObject cancellation = cancellation(place.payUnpublished(PaymentSpec.booking()));
        cancellation.put(member, value);
        assertRefused(cancellation, field);
    }

    @Test
    void aWrongMemberOfAnObjectIsNamed() {
        JsonObject good = cancellation(place.payUnpublished(PaymentSpec.booking()));
        assertRefused(good.copy().put("cancelledBy", by("owner-1", "OWNER")), "cancelledBy.role");
        assertRefused(good.copy().put("cancelledBy", by("소유자", "ADMIN")), "cancelledBy.id");
        assertRefused(good.copy().put("cancelledBy", new JsonObject().put("id", "owner-1")), "cancelledBy.role");
        assertRefused(
                good.copy()
                        .put("payable", new JsonObject().put("type", "INVOICE").put("id", "i")),
                "payable.type");
        assertRefused(
                good.copy()
                        .put("payable", new JsonObject().put("type", "BOOKING").put("id", "x".repeat(201))),
                "payable.id");
        assertRefused(
                good.copy()
                        .put(
                                "payable",
                                new JsonObject().put("type", "SHOP_ORDER").put("id", "s")),
                "orderState");
        JsonObject byAdmin = good.copy().put("cancelledBy", by("minji", "ADMIN"));
        assertRefused(byAdmin.copy().put("choice", new JsonObject().put("refund", "AMOUNT")), "choice.amountKrw");
        assertRefused(
                byAdmin.copy()
                        .put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", -1)),
                "choice.amountKrw");
        assertRefused(good.copy().put("choice", new JsonObject().put("refund", "FULL")), "choice");
        assertRefused(good.copy().put("startAt", "2030-01-10T09:00:00+09:00").put("day", "2030-01-10"), "day");
        Response keyless = as("booking:manage").body(good.encode()).post(path("cancellations"));
        assertThat(keyless.statusCode()).isEqualTo(400);
        assertThat(keyless.<String>path("field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void theDatabaseHoldsARequestAndItsEventTogether() {
        assertThatThrownBy(() -> Db.update(
                        "insert into booking_request (caller, idempotency_key, request_hash, event_id, type, payable_id)"
                                + " values ('x', ?, '\\x00', uuidv7(), 'booking.cancelled.v1', 'b')",
                        UUID.randomUUID().toString()))
                .hasStackTraceContaining("a booking request without its event");
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        send("cancellations", cancellation(paid), "stays");
        for (String change : List.of("update booking_request set type = 'x'", "delete from booking_request")) {
            assertThatThrownBy(() -> Db.update(change + " where payable_id = ?", paid.payableId()))
                    .hasStackTraceContaining("a booking request is never changed");
        }
    }

    // ---- what is sent

    private TestPayment pay(String type) {
        return switch (type) {
            case "EVENT_TICKET" ->
                place.pay(PaymentSpec.of(type)
                        .startAt("2030-01-10T09:00:00+09:00")
                        .policy("BEFORE_START", "P1D"));
            case "SHOP_ORDER" -> place.pay(PaymentSpec.of(type).policy("UNTIL_PROCESSED", null));
            default -> place.pay();
        };
    }

    private JsonObject cancellation(TestPayment paid) {
        JsonObject cancellation = place.cancellation(paid, Instant.now());
        return paid.payableType().equals("SHOP_ORDER") ? cancellation.put("orderState", "NEW") : cancellation;
    }

    private static JsonObject payable(TestPayment paid) {
        return new JsonObject().put("type", paid.payableType()).put("id", paid.payableId());
    }

    private static JsonObject by(String id, String role) {
        return new JsonObject().put("id", id).put("role", role);
    }

    private void assertRefused(JsonObject cancellation, String field) {
        Response refused = send("cancellations", cancellation, UUID.randomUUID().toString());
        assertThat(refused.statusCode())
                .as(cancellation + " " + refused.asString())
                .isEqualTo(400);
        assertThat(refused.<String>path("field")).as(refused.asString()).isEqualTo(field);
    }

    private Response send(String what, JsonObject body, String key) {
        return sendAs("booking:manage", body, key, what);
    }

    private Response sendAs(String permission, JsonObject body, String key) {
        return sendAs(permission, body, key, "cancellations");
    }

    /// Keys are of a test's own location.
    private Response sendAs(String permission, JsonObject body, String key, String what) {
        return as(permission)
                .header("Idempotency-Key", place.location() + "/" + key)
                .body(body.encode())
                .post(path(what));
    }

    private io.restassured.specification.RequestSpecification as(String permission) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), permission)
                        .sign())
                .contentType("application/json");
    }

    private String path(String what) {
        return "/v1/locations/" + place.location() + "/" + what;
    }

    private Response get(String location) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "booking:manage")
                        .sign())
                .urlEncodingEnabled(false)
                .get(location);
    }

    private long requests(String key) {
        return Db.number(
                "select count(*) from booking_request where idempotency_key = ?", place.location() + "/" + key);
    }

    // ---- what came of it

    private static void awaitSetAside(TestPayment paid, String reason) {
        TestLocation.until(() -> Db.number(
                        "select count(*) from set_aside where payable_id = ? and reason = ?", paid.payableId(), reason)
                == 1);
    }

    /// All that is stored of a cancellation but its ids and times.
    private static String shape(TestPayment paid) {
        return Db.text(
                "select row_to_json(c)::jsonb - '{cancellation_id,payable_id,canceled_at,contents,traceparent,received_at,id}'"
                        + "::text[] from cancellation c where payable_id = ?",
                paid.payableId());
    }

    private static ReceivedEvent published(Response accepted) {
        String id = accepted.path("eventId");
        return KafkaProbe.awaitEvent("booking.events", event -> id.equals(event.id()));
    }

    private static BookingEvent read(ReceivedEvent published) {
        return read(Objects.requireNonNull(published.type()), new JsonObject(published.value()));
    }

    /// As payment-service and refund-service read it.
    private static BookingEvent read(String type, JsonObject data) {
        ConsumerRecord<byte[], byte[]> raw =
                new ConsumerRecord<>("booking.events", 0, 0, null, data.encode().getBytes(StandardCharsets.UTF_8));
        raw.headers()
                .add("ce_id", "1".getBytes(StandardCharsets.UTF_8))
                .add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        IncomingEvent event = READER.read(raw);
        return BookingEvent.read(event);
    }
}
