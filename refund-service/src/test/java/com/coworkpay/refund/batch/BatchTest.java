package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.approve;
import static com.coworkpay.refund.batch.Batches.confirm;
import static com.coworkpay.refund.batch.Batches.eventCancelled;
import static com.coworkpay.refund.batch.Batches.one;
import static com.coworkpay.refund.batch.Batches.payments;
import static com.coworkpay.refund.batch.Batches.problem;
import static com.coworkpay.refund.batch.Batches.refunds;
import static com.coworkpay.refund.batch.Batches.send;
import static com.coworkpay.refund.batch.Batches.start;
import static com.coworkpay.refund.batch.Batches.started;
import static com.coworkpay.refund.batch.Batches.status;
import static com.coworkpay.refund.batch.Batches.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// From what the booking system or a person wants to its report.
@RefundServiceTest
class BatchTest {

    @Inject
    BatchWorker worker;

    private final TestLocation place = TestLocation.open();
    private final String eventId = "event-" + UUID.randomUUID();

    @Test
    void aPersonsBatchIsCountedConfirmedAndRun() {
        List<TestPayment> paid = new ArrayList<>(tickets(place, eventId, 3, 22000));
        TestPayment invoice = place.payUnpublished(PaymentSpec.of("INVOICE"));
        invoice.state().getJsonObject("payable").put("eventId", eventId);
        Batches.publish(place, List.of(invoice));
        tickets(place, "event-" + UUID.randomUUID(), 1, 22000);
        String key = UUID.randomUUID().toString();
        JsonObject body = new JsonObject().put("eventId", eventId).put("note", "강사 사정");
        String id = start(place, "minji", body, key).path("batchId");
        assertThat(one(place, id).getString("status")).isEqualTo("COUNTING");
        assertThat(start(place, "minji", body, key).<String>path("batchId")).isEqualTo(id);
        assertThat(problem(start(place, "minji", body.copy().put("note", "x"), key), 422))
                .isEqualTo("idempotency-key-reused");
        assertThat(problem(start(place, "jun", body, UUID.randomUUID().toString()), 409))
                .isEqualTo("batch-open");
        round();
        JsonObject dryRun = one(place, id);
        assertThat(dryRun.getString("status")).isEqualTo("DRY_RUN");
        assertThat(dryRun.getInteger("candidates")).isEqualTo(4);
        assertThat(dryRun.getInteger("payments")).isEqualTo(3);
        assertThat(dryRun.getLong("totalKrw")).isEqualTo(66000);
        assertThat(dryRun.getJsonArray("leftOut"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("reason", "TYPE_NOT_REFUNDABLE")
                                .put("payments", 1)));
        assertThat(notice(id, "batch_awaits_confirmation").path("totalKrw").asLong())
                .isEqualTo(66000);
        assertThat(paid).allMatch(each -> refunds(each) == 0);

        assertThat(problem(confirm(place, id, "minji", 2, 66000), 409)).isEqualTo("batch-count-stale");
        Response stale = confirm(place, id, "minji", 3, 65999);
        assertThat(problem(stale, 409)).isEqualTo("batch-count-stale");
        assertThat(stale.<String>path("field")).isEqualTo("totalKrw");
        assertThat(confirm(place, id, "minji", 3, 66000).<String>path("status")).isEqualTo("RUNNING");
        assertThat(confirm(place, id, "minji", 3, 66000).statusCode()).isEqualTo(200);
        untilStatus(id, "DONE");
        JsonObject done = one(place, id);
        assertThat(done.getJsonObject("progress").getLong("refunded")).isEqualTo(3);
        assertThat(done.getJsonObject("progress").getLong("refundedKrw")).isEqualTo(66000);
        assertThat(done.getString("finishedAt")).isNotNull();
        for (TestPayment each : paid) {
            assertThat(place.cancels(each)).containsExactly(22000L);
            assertThat(TestLocation.event(each, "succeeded")
                            .data()
                            .path("refunds")
                            .get(0)
                            .path("batchId")
                            .asText())
                    .isEqualTo(id);
            assertThat(TestLocation.notice(each, "refunded")
                            .data()
                            .path("reason")
                            .asText())
                    .isEqualTo("EVENT_CANCELED");
        }
        assertThat(refunds(invoice)).isZero();
        assertThat(notice(id, "batch_finished").path("refunded").asLong()).isEqualTo(3);
        assertThat(problem(Batches.step(place, id, "minji", "stop", new JsonObject()), 409))
                .isEqualTo("batch-status-changed");
        assertThat(Db.number(
                        "select count(*) from audit where object_id = ? and action in ('BATCH_REQUESTED', 'BATCH_CONFIRMED')"
                                + " and outcome = 'DONE'",
                        id))
                .isEqualTo(2);
    }

    @Test
    void whatTheBookingSystemHasConfirmedRunsAtOnceAndOnlyOnce() {
        List<TestPayment> paid = tickets(place, eventId, 2, 22000);
        JsonObject cancelled = eventCancelled(place, eventId).put("confirmed", true);
        String id = send(cancelled);
        untilStatus(id, "DONE");
        assertThat(paid).allMatch(each -> place.cancels(each).equals(List.of(22000L)));
        assertThat(one(place, id).getString("confirmedBy")).isNull();
        assertThat(one(place, id).getString("confirmedAt")).isNotNull();
        // The same under another event id; then other contents under its cancellation id.
        Batches.publish(cancelled, UUID.randomUUID().toString());
        String other = UUID.randomUUID().toString();
        Batches.publish(cancelled.copy().put("confirmed", false), other);
        ReceivedEvent dead = KafkaProbe.awaitEvent("refund-service.dlq", e -> other.equals(e.id()));
        assertThat(dead.header("dead-letter-reason")).contains("other contents");
        assertThat(Db.number("select count(*) from refund_batch where location_id = ?", place.location()))
                .isEqualTo(1);
        round();
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    @Test
    void withoutAPaymentItIsDone() {
        String id = send(eventCancelled(place, eventId));
        untilStatus(id, "DONE");
        assertThat(one(place, id).getInteger("payments")).isZero();
        assertThat(notice(id, "batch_finished").path("status").asText()).isEqualTo("DONE");
    }

    /// Refunded by hand, a new ticket, or moved away: nothing is confirmed, and it is counted again.
    @Test
    void whatHasChangedSinceTheCountIsCountedAgain() {
        List<TestPayment> paid = tickets(place, eventId, 2, 22000);
        String id = started(place, new JsonObject().put("eventId", eventId));
        round();
        List<TestPayment> later = tickets(place, eventId, 1, 11000);
        assertThat(one(place, id).getLong("laterPayments")).isEqualTo(1);
        assertThat(problem(confirm(place, id, "minji", 2, 44000), 409)).isEqualTo("batch-recounted");
        assertThat(status(place, id)).isEqualTo("COUNTING");
        round();
        assertThat(one(place, id).getLong("totalKrw")).isEqualTo(55000);
        refundByHand(paid.getFirst(), 2000);
        assertThat(problem(confirm(place, id, "minji", 3, 55000), 409)).isEqualTo("batch-recounted");
        round();
        assertThat(one(place, id).getLong("totalKrw")).isEqualTo(53000);
        assertThat(confirm(place, id, "minji", 3, 53000).statusCode()).isEqualTo(200);
        untilStatus(id, "DONE");
        assertThat(place.cancels(paid.getFirst())).containsExactlyInAnyOrder(2000L, 20000L);
        assertThat(place.cancels(later.getFirst())).containsExactly(11000L);
    }

    private void refundByHand(TestPayment paid, long amountKrw) {
        Response asked = Batches.person(place, "minji")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", 22000)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
        TestLocation.untilRefund(asked.path("refundId"), "SUCCEEDED");
    }

    /// Cancelled before: what a cancellation has refunded, or is refunding, is not refunded again.
    @Test
    void whatACancellationRefundedIsLeftOut() {
        List<TestPayment> paid = tickets(place, eventId, 3, 22000);
        cancelWithChoice(paid.get(0), 5000);
        TestLocation.untilRefund(TestLocation.refundId(paid.get(0)), "SUCCEEDED");
        String id = send(eventCancelled(place, eventId).put("confirmed", true));
        untilStatus(id, "DONE");
        JsonObject left = payments(place, id, "?outcome=LEFT_OUT")
                .getJsonArray("payments")
                .getJsonObject(0);
        assertThat(left.getString("paymentId")).isEqualTo(paid.get(0).id());
        assertThat(left.getString("leftOutReason")).isEqualTo("ALREADY_REFUNDED");
        assertThat(left.getLong("balanceKrw")).isEqualTo(17000);
        assertThat(place.cancels(paid.get(0))).containsExactly(5000L);
        assertThat(place.cancels(paid.get(1))).containsExactly(22000L);
        // A cancellation after it finds it refunded.
        cancelWithChoice(paid.get(2), 22000);
        TestLocation.until(() -> Db.number(
                        "select count(*) from decision where payment_id = ?::uuid and reason = 'ALREADY_REFUNDED'",
                        paid.get(2).id())
                == 1);
    }

    private void cancelWithChoice(TestPayment paid, long amountKrw) {
        place.cancel(place.cancellation(paid, java.time.Instant.now())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", amountKrw)));
    }

    /// One that is under way counts as what it may become; it waits for its end.
    @Test
    void aRefundUnderWayIsWaitedFor() {
        List<TestPayment> paid = tickets(place, eventId, 2, 22000);
        cancelAboveTheLimit(paid.getFirst());
        String refund = TestLocation.refundId(paid.getFirst());
        String id = started(place, new JsonObject().put("eventId", eventId));
        round();
        JsonObject dryRun = one(place, id);
        assertThat(dryRun.getLong("underWay")).isEqualTo(1);
        assertThat(dryRun.getLong("totalKrw")).isEqualTo(44000);
        confirm(place, id, "minji", 2, 44000).then().statusCode(200);
        TestLocation.until(() -> {
            round();
            return place.cancels(paid.getLast()).size() == 1;
        });
        assertThat(status(place, id)).isEqualTo("RUNNING");
        assertThat(refunds(paid.getFirst())).isEqualTo(1);
        // It fails, confirmed: now it is the batch's.
        Db.moveTold(
                refund,
                "status = 'FAILED', version = version + 1, failure = 'APPROVAL_EXPIRED', finished_at = now(),"
                        + " failure_confirmed_at = now(), next_check_at = null");
        Db.told(
                paid.getFirst().id(),
                "update paid_payment set reserved_krw = 0, reserved_vat_krw = 0 where payment_id = ?::uuid",
                paid.getFirst().id());
        untilStatus(id, "DONE");
        assertThat(place.cancels(paid.getFirst())).containsExactly(22000L);
    }

    /// It waits for somebody's approval: the location's limit is 0 for a moment.
    private void cancelAboveTheLimit(TestPayment paid) {
        Db.update("update location_replica set refund_approval_limit_krw = 0 where location_id = ?", place.location());
        cancelWithChoice(paid, 22000);
        TestLocation.untilRefund(TestLocation.refundId(paid), "AWAITING_APPROVAL");
        Db.update(
                "update location_replica set refund_approval_limit_krw = 100000 where location_id = ?",
                place.location());
    }

    @Test
    void anotherBatchOfTheBookingSystemWaitsForTheFirst() {
        tickets(place, eventId, 1, 22000);
        String first = started(place, new JsonObject().put("eventId", eventId));
        round();
        String second = send(eventCancelled(place, eventId).put("confirmed", true));
        round();
        assertThat(status(place, second)).isEqualTo("COUNTING");
        Batches.step(place, first, "minji", "dismissal", new JsonObject().put("note", "이미 시작됨"))
                .then()
                .statusCode(200);
        untilStatus(second, "DONE");
        assertThat(one(place, second).getJsonObject("progress").getLong("refunded"))
                .isEqualTo(1);
        assertThat(one(place, first).getString("endedBy")).isEqualTo("minji");
    }

    @Test
    void wrongRequestsNameTheirField() {
        JsonObject day = new JsonObject().put("day", "2030-01-10");
        for (var wrong : List.of(
                java.util.Map.entry("eventId", new JsonObject()),
                java.util.Map.entry("day", day.copy().put("eventId", "e")),
                java.util.Map.entry("day", new JsonObject().put("day", "2030-02-30")),
                java.util.Map.entry("resourceId", day.copy().put("resourceType", "ROOM")),
                java.util.Map.entry("resourceType", day.copy().put("resourceId", "r")),
                java.util.Map.entry("eventId", new JsonObject().put("eventId", " ")),
                java.util.Map.entry(
                        "resourceType",
                        new JsonObject()
                                .put("eventId", "e")
                                .put("resourceType", "ROOM")
                                .put("resourceId", "r")))) {
            Response refused =
                    start(place, "minji", wrong.getValue(), UUID.randomUUID().toString());
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            assertThat(refused.<String>path("field")).isEqualTo(wrong.getKey());
        }
    }

    @Test
    void nobodyReadsOrMovesWhatIsOfAnotherLocation() {
        String id = started(place, new JsonObject().put("eventId", eventId));
        TestLocation other = TestLocation.open();
        for (String path : List.of("", "/payments", "/payments.csv", "/stream")) {
            Batches.person(other, "minji")
                    .get("/v1/locations/{l}/refund-batches/{b}" + path, other.location(), id)
                    .then()
                    .statusCode(404);
        }
        for (String step : List.of("dismissal", "pause", "resumption", "stop", "withdrawal")) {
            Batches.step(other, id, "minji", step, new JsonObject()).then().statusCode(404);
        }
        confirm(other, id, "minji", 0, 0).then().statusCode(404);
        approve(other, id, "jun", 1).then().statusCode(404);
    }

    private static com.fasterxml.jackson.databind.JsonNode notice(String id, String type) {
        return KafkaProbe.awaitEvent(
                        "booking.notices",
                        e -> id.equals(e.key()) && ("coworkpay.notice." + type + ".v1").equals(e.type()))
                .data();
    }

    private void round() {
        Batches.round(worker);
    }

    private void untilStatus(String id, String status) {
        Batches.untilStatus(worker, place, id, status);
    }
}
