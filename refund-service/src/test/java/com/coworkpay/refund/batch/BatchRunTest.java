package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.eventCancelled;
import static com.coworkpay.refund.batch.Batches.one;
import static com.coworkpay.refund.batch.Batches.problem;
import static com.coworkpay.refund.batch.Batches.refunds;
import static com.coworkpay.refund.batch.Batches.send;
import static com.coworkpay.refund.batch.Batches.status;
import static com.coworkpay.refund.batch.Batches.step;
import static com.coworkpay.refund.batch.Batches.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.refund.batch.BatchRunStore.Chunk;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.IntegrationStub;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The run of refund batches: four payments at a time, and eight refunds that are not over at most.
@RefundServiceTest
class BatchRunTest {

    @Inject
    BatchWorker worker;

    @Inject
    BatchRunStore runs;

    @Inject
    RunBatch runBatch;

    private final TestLocation place = TestLocation.open();
    private final String eventId = "event-" + UUID.randomUUID();

    /// Its requests wait for the key of the account.
    private void holdKakaoPay() {
        IntegrationStub.forget(place.account());
    }

    private void letGo() {
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        Db.update(
                "update refund set next_check_at = now() where location_id = ? and status = 'REQUESTED'",
                place.location());
    }

    private String running(int count) {
        String id = send(eventCancelled(place, eventId).put("confirmed", true));
        TestLocation.until(() -> {
            Batches.round(worker);
            return status(place, id).equals("RUNNING");
        });
        assertThat(one(place, id).getInteger("payments")).isEqualTo(count);
        return id;
    }

    /// Counted, without a refund yet.
    private String counted(int count) {
        String id = send(eventCancelled(place, eventId));
        Batches.round(worker);
        Batches.confirm(place, id, "minji", count, count * 1000L).then().statusCode(200);
        return id;
    }

    @Test
    void noMoreThanTheWindowIsUnderWay() {
        tickets(place, eventId, 20, 1000);
        holdKakaoPay();
        String id = running(20);
        Batches.round(worker);
        assertThat(requested(id)).isEqualTo(8);
        JsonObject progress = one(place, id).getJsonObject("progress");
        assertThat(progress.getLong("requested")).isEqualTo(8);
        assertThat(progress.getLong("pending")).isEqualTo(12);
        letGo();
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(one(place, id).getJsonObject("progress").getLong("refunded")).isEqualTo(20);
    }

    @Test
    void aPausedOneRequestsNothingAndGoesOn() {
        List<TestPayment> paid = tickets(place, eventId, 12, 1000);
        holdKakaoPay();
        String id = running(12);
        assertThat(step(place, id, "minji", "pause", new JsonObject()).<String>path("status"))
                .isEqualTo("PAUSED");
        assertThat(step(place, id, "minji", "pause", new JsonObject()).statusCode())
                .isEqualTo(200);
        letGo();
        TestLocation.until(() -> one(place, id).getJsonObject("progress").getLong("refunded") == 8);
        Batches.round(worker);
        assertThat(requested(id)).isEqualTo(8);
        assertThat(status(place, id)).isEqualTo("PAUSED");
        assertThat(step(place, id, "jun", "resumption", new JsonObject()).<String>path("status"))
                .isEqualTo("RUNNING");
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    @Test
    void aStoppedOneRequestsNothingMoreAndAnotherOneMay() {
        List<TestPayment> paid = tickets(place, eventId, 12, 1000);
        holdKakaoPay();
        String id = running(12);
        JsonObject note = new JsonObject().put("note", "잘못 눌렀습니다");
        assertThat(step(place, id, "minji", "stop", note).<String>path("status"))
                .isEqualTo("STOPPED");
        letGo();
        TestLocation.until(() -> one(place, id).getJsonObject("progress").getLong("refunded") == 8);
        Batches.round(worker);
        JsonObject stopped = one(place, id);
        assertThat(stopped.getJsonObject("progress").getLong("stopped")).isEqualTo(4);
        assertThat(stopped.getString("endingNote")).isEqualTo("잘못 눌렀습니다");
        assertThat(problem(step(place, id, "minji", "resumption", new JsonObject()), 409))
                .isEqualTo("batch-status-changed");
        String further = send(
                eventCancelled(place, eventId).put("cancellationId", "again").put("confirmed", true));
        Batches.untilStatus(worker, place, further, "DONE");
        assertThat(one(place, further).getJsonObject("progress").getLong("refunded"))
                .isEqualTo(4);
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    /// The process died after the refunds were written, before the payments were marked.
    @Test
    void aCrashBetweenTheRefundAndItsMarkIsOneRefund() {
        List<TestPayment> paid = tickets(place, eventId, 4, 1000);
        String id = counted(4);
        Chunk chunk = take();
        runBatch.run(chunk).await().atMost(Duration.ofSeconds(10));
        assertThat(requested(id)).isEqualTo(4);
        Db.update("update refund_batch_payment set pending = true, leased_until = now() where batch_id = ?::uuid", id);
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(paid).allMatch(each -> refunds(each) == 1);
        assertThat(paid).allMatch(each -> place.cancels(each).equals(List.of(1000L)));
        // Also by the chunk that the dead process had: nothing is written on ledgers that have changed.
        runBatch.run(chunk).await().atMost(Duration.ofSeconds(10));
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    /// A process died with what it had taken: another one takes it when the lease is over.
    @Test
    void itGoesOnWhenTheLeaseIsOver() {
        tickets(place, eventId, 3, 1000);
        String id = counted(3);
        take();
        Batches.round(worker);
        assertThat(requested(id)).isZero();
        Db.update("update refund_batch_payment set leased_until = now() where batch_id = ?::uuid", id);
        Batches.untilStatus(worker, place, id, "DONE");
    }

    @Test
    void twoProcessesShareItsPayments() {
        List<TestPayment> paid = tickets(place, eventId, 16, 1000);
        String id = counted(16);
        TestLocation.until(() -> {
            Uni.join()
                    .all(IntStream.range(0, 4)
                            .mapToObj(_ -> runs.take()
                                    .chain(taken -> taken.isEmpty()
                                            ? Uni.createFrom().voidItem()
                                            : runBatch.run(taken.getFirst())))
                            .toList())
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(20));
            Batches.round(worker);
            return status(place, id).equals("DONE");
        });
        assertThat(paid)
                .allMatch(each -> refunds(each) == 1 && place.cancels(each).equals(List.of(1000L)));
    }

    /// The payer cancels while the batch has taken the payment: one of the two refunds it.
    @Test
    void aCancellationInItsMidstIsOneRefund() {
        List<TestPayment> paid = tickets(place, eventId, 4, 1000);
        String id = counted(4);
        Chunk chunk = take();
        TestPayment canceled = paid.getFirst();
        place.cancel(place.cancellation(canceled, Instant.now())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", "FULL")));
        TestLocation.untilRefund(TestLocation.refundId(canceled), "SUCCEEDED");
        runBatch.run(chunk).await().atMost(Duration.ofSeconds(10));
        Batches.untilStatus(worker, place, id, "DONE");
        JsonObject report = one(place, id);
        assertThat(report.getJsonArray("leftOut").getJsonObject(0).getString("reason"))
                .isEqualTo("ALREADY_REFUNDED");
        assertThat(report.getJsonObject("progress").getLong("refunded")).isEqualTo(3);
        assertThat(paid)
                .allMatch(each -> refunds(each) == 1 && place.cancels(each).equals(List.of(1000L)));
    }

    /// Paused in the moment in which the worker writes: nothing of the chunk is written.
    @Test
    void whatWasTakenBeforeAPauseIsNotWritten() {
        List<TestPayment> paid = tickets(place, eventId, 3, 1000);
        String id = counted(3);
        Chunk chunk = take();
        step(place, id, "minji", "pause", new JsonObject()).then().statusCode(200);
        runBatch.run(chunk).await().atMost(Duration.ofSeconds(10));
        assertThat(paid).allMatch(each -> refunds(each) == 0);
        step(place, id, "minji", "resumption", new JsonObject()).then().statusCode(200);
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(paid).allMatch(each -> refunds(each) == 1);
    }

    @Test
    void aFailedOneIsInTheReport() {
        List<TestPayment> paid = tickets(place, eventId, 2, 1000);
        place.kakaoPay()
                .fault(Fault.code(Endpoint.CANCEL, -781, "6019")
                        .forTid(paid.getFirst().tid()));
        String id = counted(2);
        Batches.untilStatus(worker, place, id, "DONE");
        JsonObject progress = one(place, id).getJsonObject("progress");
        assertThat(progress.getLong("failed")).isEqualTo(1);
        assertThat(progress.getLong("refunded")).isEqualTo(1);
        JsonObject failed = Batches.payments(place, id, "?outcome=FAILED")
                .getJsonArray("payments")
                .getJsonObject(0);
        assertThat(failed.getString("paymentId")).isEqualTo(paid.getFirst().id());
        assertThat(failed.getString("failure")).isNotNull();
    }

    /// Never more than was counted, whatever became free since.
    @Test
    void neverMoreThanWasCounted() {
        TestPayment paid = tickets(place, eventId, 1, 1000).getFirst();
        Db.told(
                paid.id(),
                "update paid_payment set refunded_elsewhere_krw = 400 where payment_id = ?::uuid",
                paid.id());
        String id = send(eventCancelled(place, eventId));
        Batches.round(worker);
        Batches.confirm(place, id, "minji", 1, 600).then().statusCode(200);
        Db.told(paid.id(), "update paid_payment set refunded_elsewhere_krw = 0 where payment_id = ?::uuid", paid.id());
        Batches.untilStatus(worker, place, id, "DONE");
        assertThat(place.cancels(paid)).containsExactly(600L);
    }

    /// Beside a thousand, of which few are in flight at once, a single refund is soon done.
    @Test
    void aThousandPaymentsAndASingleRefundBesideThem() {
        List<TestPayment> paid = tickets(place, eventId, 1000, 50);
        TestPayment single = place.pay();
        String id = running(1000);
        Batches.round(worker);
        place.cancel(place.cancellation(single, Instant.parse("2030-01-09T00:00:00Z")));
        TestLocation.untilRefund(TestLocation.refundId(single), "SUCCEEDED");
        assertThat(status(place, id)).isEqualTo("RUNNING");
        for (int i = 0; i < 1000 && !status(place, id).equals("DONE"); i++) {
            Batches.round(worker);
            assertThat(unfinished(id)).isLessThanOrEqualTo(8);
            TestLocation.until(() -> unfinished(id) < 8);
        }
        JsonObject progress = one(place, id).getJsonObject("progress");
        assertThat(progress.getLong("refunded")).isEqualTo(1000);
        assertThat(progress.getLong("refundedKrw")).isEqualTo(50_000);
        assertThat(Db.number(
                        "select count(distinct payment_id) from refund where location_id = ? and origin = 'BATCH'",
                        place.location()))
                .isEqualTo(paid.size());
        assertThat(place.cancels(paid.getLast())).containsExactly(50L);
    }

    private Chunk take() {
        return runs.take().await().atMost(Duration.ofSeconds(10)).getFirst();
    }

    private static long requested(String id) {
        return Db.number("select count(*) from refund where batch_id = ?::uuid", id);
    }

    private static long unfinished(String id) {
        return Db.number(
                "select count(*) from refund where batch_id = ?::uuid and status in ('REQUESTED', 'IN_FLIGHT', 'UNKNOWN')",
                id);
    }
}
