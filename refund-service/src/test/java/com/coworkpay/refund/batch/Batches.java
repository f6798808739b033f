package com.coworkpay.refund.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What tests of refund batches have in common: the limit of approval is 100,000 won here.
final class Batches {

    private Batches() {}

    // ---- payments

    static List<TestPayment> tickets(TestLocation place, String eventId, int count, long amountKrw) {
        List<TestPayment> paid = Stream.generate(() -> ticket(place, eventId, amountKrw))
                .limit(count)
                .toList();
        publish(place, paid);
        return paid;
    }

    private static TestPayment ticket(TestLocation place, String eventId, long amountKrw) {
        TestPayment paid = place.payUnpublished(
                PaymentSpec.of("EVENT_TICKET").amounts(amountKrw, 0).startAt("2030-01-10T09:00:00+09:00"));
        paid.state().getJsonObject("payable").put("eventId", eventId);
        return paid;
    }

    static void publish(TestLocation place, List<TestPayment> paid) {
        long before = payments(place);
        try (EventStream events = new EventStream()) {
            paid.forEach(each -> events.send(
                    "payment.events", each.id(), each.eventType(), each.state().encode()));
        }
        TestLocation.until(() -> payments(place) == before + paid.size());
    }

    private static long payments(TestLocation place) {
        return Db.number("select count(*) from paid_payment where location_id = ?", place.location());
    }

    // ---- the booking system

    static JsonObject eventCancelled(TestLocation place, String eventId) {
        return new JsonObject()
                .put("cancellationId", "c-" + eventId)
                .put("locationId", place.location())
                .put("eventId", eventId)
                .put("cancelledAt", Instant.now().toString())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"));
    }

    /// Consumed when a batch of its cancellation is there.
    static String send(JsonObject cancelled) {
        publish(cancelled, UUID.randomUUID().toString());
        String sql = "from refund_batch where location_id = ? and cancellation_id = ?";
        Object[] key = {cancelled.getString("locationId"), cancelled.getString("cancellationId")};
        TestLocation.until(() -> Db.number("select count(*) " + sql, key) == 1);
        return Db.text("select id " + sql, key);
    }

    static void publish(JsonObject cancelled, String ceId) {
        KafkaProbe.publish(
                "booking.events",
                cancelled.getString("eventId", cancelled.getString("locationId")),
                cancelled.containsKey("eventId") ? "event.cancelled.v1" : "location.day_closed.v1",
                cancelled.encode(),
                "ce_id",
                ceId);
    }

    // ---- people

    static RequestSpecification person(TestLocation place, String who) {
        return given().auth()
                .oauth2(TestIdentity.token(who)
                        .at(place.location(), "payment:read", "refund:create", "refund:approve")
                        .sign())
                .contentType("application/json");
    }

    static Response start(TestLocation place, String who, JsonObject body, String key) {
        return person(place, who)
                .header("Idempotency-Key", key)
                .body(body.encode())
                .post("/v1/locations/{l}/refund-batches", place.location());
    }

    static String started(TestLocation place, JsonObject body) {
        Response begun = start(place, "minji", body, UUID.randomUUID().toString());
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        assertThat(begun.header("Location"))
                .endsWith("/v1/locations/" + place.location() + "/refund-batches/" + begun.path("batchId"));
        return begun.path("batchId");
    }

    static JsonObject one(TestLocation place, String id) {
        return new JsonObject(get(place, "/v1/locations/{l}/refund-batches/{b}", id));
    }

    static JsonObject payments(TestLocation place, String id, String query) {
        return new JsonObject(get(place, "/v1/locations/{l}/refund-batches/{b}/payments" + query, id));
    }

    static String get(TestLocation place, String path, String id) {
        Response answer = person(place, "minji").get(path, place.location(), id);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    static Response step(TestLocation place, String id, String who, String step, JsonObject body) {
        return person(place, who)
                .body(body.encode())
                .post("/v1/locations/{l}/refund-batches/{b}/" + step, place.location(), id);
    }

    static Response confirm(TestLocation place, String id, String who, int payments, long totalKrw) {
        return step(
                place,
                id,
                who,
                "confirmation",
                new JsonObject().put("payments", payments).put("totalKrw", totalKrw));
    }

    static Response approve(TestLocation place, String id, String who, long totalKrw) {
        return step(
                place,
                id,
                who,
                "approval",
                new JsonObject().put("answer", "APPROVED").put("totalKrw", totalKrw));
    }

    static String problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        String type = response.path("type");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    // ---- the service

    static void round(BatchWorker worker) {
        worker.round().await().atMost(Duration.ofSeconds(30));
    }

    /// With as many rounds as it needs.
    static void untilStatus(BatchWorker worker, TestLocation place, String id, String status) {
        TestLocation.until(() -> {
            round(worker);
            return status(place, id).equals(status);
        });
    }

    static String status(TestLocation place, String id) {
        return Db.text("select status from refund_batch where location_id = ? and id = ?::uuid", place.location(), id);
    }

    static long refunds(TestPayment paid) {
        return Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id());
    }
}
