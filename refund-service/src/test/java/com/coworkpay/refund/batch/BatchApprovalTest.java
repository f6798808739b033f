package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.approve;
import static com.coworkpay.refund.batch.Batches.confirm;
import static com.coworkpay.refund.batch.Batches.eventCancelled;
import static com.coworkpay.refund.batch.Batches.one;
import static com.coworkpay.refund.batch.Batches.problem;
import static com.coworkpay.refund.batch.Batches.refunds;
import static com.coworkpay.refund.batch.Batches.send;
import static com.coworkpay.refund.batch.Batches.started;
import static com.coworkpay.refund.batch.Batches.status;
import static com.coworkpay.refund.batch.Batches.step;
import static com.coworkpay.refund.batch.Batches.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Refund batches above the location's limit, which is 100,000 won here.
@RefundServiceTest
class BatchApprovalTest {

    @Inject
    BatchWorker worker;

    private final TestLocation place = TestLocation.open();
    private final String eventId = "event-" + UUID.randomUUID();

    @Test
    void aSecondPersonApprovesTheSum() {
        List<TestPayment> paid = tickets(place, eventId, 5, 22000);
        String id = awaiting(5, 110_000);
        assertThat(KafkaProbe.awaitEvent(
                        "booking.notices",
                        e -> id.equals(e.key()) && "coworkpay.notice.batch_awaits_approval.v1".equals(e.type())))
                .isNotNull();
        Batches.round(worker);
        assertThat(paid).allMatch(each -> refunds(each) == 0);
        for (String concerned : List.of("minji", "payer-1")) {
            assertThat(problem(approve(place, id, concerned, 110_000), 403)).isEqualTo("approver-concerned");
        }
        Response stale = approve(place, id, "jun", 109_999);
        assertThat(problem(stale, 409)).isEqualTo("approval-amount-stale");
        assertThat(stale.<String>path("field")).isEqualTo("totalKrw");
        Response approved = approve(place, id, "jun", 110_000);
        assertThat(approved.<String>path("status")).isEqualTo("RUNNING");
        assertThat(approved.<String>path("approval.answers[0].by")).isEqualTo("jun");
        assertThat(approve(place, id, "jun", 110_000).statusCode()).isEqualTo(200);
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(paid).allMatch(each -> place.cancels(each).equals(List.of(22000L)));
    }

    /// One payment with what was given back of it: parts are no way around the limit.
    @Test
    void onePaymentAboveTheLimitIsEnough() {
        TestPayment paid = tickets(place, eventId, 1, 150_000).getFirst();
        Db.told(
                paid.id(),
                "update paid_payment set refunded_elsewhere_krw = 60000 where payment_id = ?::uuid",
                paid.id());
        awaiting(1, 90_000);
    }

    @Test
    void whatTheBookingSystemConfirmedNeedsTwo() {
        List<TestPayment> paid = tickets(place, eventId, 5, 22000);
        String id = send(eventCancelled(place, eventId).put("confirmed", true));
        Batches.untilStatus(worker, place, id, "AWAITING_APPROVAL");
        assertThat(one(place, id).getJsonObject("approval").getInteger("needed"))
                .isEqualTo(2);
        assertThat(problem(approve(place, id, "host-1", 110_000), 403)).isEqualTo("approver-concerned");
        assertThat(approve(place, id, "jun", 110_000).<String>path("status")).isEqualTo("AWAITING_APPROVAL");
        assertThat(approve(place, id, "jun", 110_000).<Integer>path("approval.given"))
                .isEqualTo(1);
        Batches.round(worker);
        assertThat(paid).allMatch(each -> refunds(each) == 0);
        assertThat(approve(place, id, "sora", 110_000).<String>path("status")).isEqualTo("RUNNING");
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    @Test
    void aDeclinedOrWithdrawnOneIsOver() {
        List<TestPayment> paid = tickets(place, eventId, 5, 22000);
        String declined = awaiting(5, 110_000);
        JsonObject answer = new JsonObject().put("answer", "DECLINED").put("totalKrw", 110_000);
        Response noNote = step(place, declined, "jun", "approval", answer);
        assertThat(noNote.statusCode()).isEqualTo(400);
        assertThat(noNote.<String>path("field")).isEqualTo("note");
        assertThat(step(place, declined, "jun", "approval", answer.put("note", "다시 확인해 주세요"))
                        .<String>path("status"))
                .isEqualTo("DECLINED");
        assertThat(problem(approve(place, declined, "sora", 110_000), 409)).isEqualTo("batch-status-changed");
        String withdrawn = awaiting(5, 110_000);
        assertThat(problem(step(place, withdrawn, "jun", "withdrawal", new JsonObject()), 403))
                .isEqualTo("not-your-request");
        for (int i = 0; i < 2; i++) {
            assertThat(step(place, withdrawn, "minji", "withdrawal", new JsonObject())
                            .<String>path("status"))
                    .isEqualTo("DISMISSED");
        }
        Batches.round(worker);
        assertThat(paid).allMatch(each -> refunds(each) == 0);
    }

    /// Nothing waits for ever.
    @Test
    void whatNobodyAnswersExpires() {
        tickets(place, eventId, 5, 22000);
        String id = awaiting(5, 110_000);
        Db.update("update refund_batch set expires_at = now() where id = ?::uuid", id);
        assertThat(problem(approve(place, id, "jun", 110_000), 409)).isEqualTo("batch-status-changed");
        Batches.round(worker);
        assertThat(status(place, id)).isEqualTo("EXPIRED");
        String dryRun = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        Db.update("update refund_batch set expires_at = now() where id = ?::uuid", dryRun);
        Batches.round(worker);
        assertThat(status(place, dryRun)).isEqualTo("EXPIRED");
        assertThat(problem(confirm(place, dryRun, "minji", 5, 110_000), 409)).isEqualTo("batch-status-changed");
    }

    private String awaiting(int payments, long totalKrw) {
        String id = started(place, new JsonObject().put("eventId", eventId));
        Batches.round(worker);
        Response confirmed = confirm(place, id, "minji", payments, totalKrw);
        assertThat(confirmed.<String>path("status")).as(confirmed.asString()).isEqualTo("AWAITING_APPROVAL");
        assertThat(confirmed.<Integer>path("approval.needed")).isEqualTo(1);
        return id;
    }
}
