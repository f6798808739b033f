package com.coworkpay.payment.booking;

import static com.coworkpay.payment.support.TestShop.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Refunds;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Which cancellations count here, and which are set aside or were restored. refund-service has the same rules.
@PaymentServiceTest
class SetAsideCancellationsTest {

    private final TestShop shop = TestShop.open();
    private final String bookingId = "b-" + UUID.randomUUID();

    private JsonObject cancellation(Instant at) {
        return new JsonObject()
                .put("cancellationId", "c-" + bookingId)
                .put("locationId", shop.location())
                .put("payable", payable())
                .put("cancelledAt", at.toString())
                .put("cancelledBy", new JsonObject().put("id", "owner-1").put("role", "ADMIN"));
    }

    private JsonObject payable() {
        return new JsonObject().put("type", "BOOKING").put("id", bookingId);
    }

    private void publish(String type, JsonObject data, String... headers) {
        KafkaProbe.publish("booking.events", bookingId, type, data.encode(), headers);
    }

    private void cancel(Instant at, String... headers) {
        publish("booking.cancelled.v1", cancellation(at), headers);
    }

    private void restore(Instant at, String... headers) {
        publish(
                "booking.restored.v1",
                new JsonObject()
                        .put("locationId", shop.location())
                        .put("payable", payable())
                        .put("restoredAt", at.toString()),
                headers);
    }

    /// Of the same partition as everything before it.
    private void everythingWasHeard() {
        String other = "fence-" + UUID.randomUUID();
        JsonObject fence = cancellation(Instant.now())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", other));
        publish("booking.cancelled.v1", fence);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number("select count(*) from effective_cancellation where payable_id = ?", other) == 1);
    }

    private String problem() {
        return shop.initiate(booking(bookingId)).path("type");
    }

    @Test
    void aTimeThatCannotBeTrueCancelsNothing() {
        PendingPayment payment = shop.begin(bookingId);
        Instant now = Instant.now();
        cancel(Instant.EPOCH, "ce_time", now.toString());
        cancel(now.minus(Duration.ofHours(9)), "ce_time", now.toString());
        cancel(now.plus(Duration.ofHours(1)), "ce_time", now.toString());
        cancel(now.plus(Duration.ofHours(1)));
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Db.number("select count(*) from cancellation where payable_id = ?", bookingId))
                .isZero();
        assertThat(shop.initiate(booking(bookingId)).statusCode()).isEqualTo(201);
    }

    /// The event was written on time and came hours later, when the payer had begun to pay.
    @Test
    void aCancellationThatCameLateCountsWhereNothingIsPaidYet() {
        PendingPayment payment = shop.begin(bookingId);
        Instant then = Instant.now().minus(Duration.ofHours(7));
        cancel(then, "ce_time", then.plusSeconds(1).toString());
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("CANCELED");
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void aCancellationThatCameLateIsRememberedWhileAnApprovalIsUnclear() {
        PendingPayment payment = shop.begin(bookingId);
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        Instant then = Instant.now().minus(Duration.ofHours(7));
        cancel(then, "ce_time", then.plusSeconds(1).toString());
        everythingWasHeard();
        assertThat(Db.number("select count(*) from effective_cancellation where payable_id = ?", bookingId))
                .isEqualTo(1);
    }

    /// refund-service sets it aside, by the paid payment.
    @Test
    void aCancellationMuchEarlierThanWhatIsPaidIsSetAside() {
        PendingPayment payment = shop.begin(bookingId);
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        Instant then = Instant.now().minus(Duration.ofHours(7));
        cancel(then, "ce_time", then.plusSeconds(1).toString());
        everythingWasHeard();
        assertThat(Db.number("select count(*) from cancellation where payable_id = ?", bookingId))
                .isZero();
    }

    @Test
    void eventsOfYearsAgoStillCount() {
        Instant then = Instant.parse("2019-03-01T09:00:00Z");
        cancel(then, "ce_time", then.plusSeconds(2).toString());
        everythingWasHeard();
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void aReplayWithoutATimeOfItsOwnStillCounts() {
        cancel(Instant.parse("2019-03-01T09:00:00Z"));
        everythingWasHeard();
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void whatAPersonLetThroughCancels() {
        PendingPayment payment = shop.begin(bookingId);
        cancel(Instant.EPOCH, "ce_time", Instant.now().toString());
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        JsonObject released = new JsonObject()
                .put("cancellationId", "c-" + bookingId)
                .put("locationId", shop.location())
                .put("payable", payable())
                .put("cancelledAt", Instant.EPOCH.toString())
                .put("contents", "digest")
                .put("setAsideId", UUID.randomUUID().toString())
                .put("reason", "EARLIER_THAN_EVENT")
                .put("releasedAt", Instant.now().toString());
        KafkaProbe.publish("refund.events", bookingId, "coworkpay.cancellation.released.v1", released.encode());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.status(payment.id())
                .equals("CANCELED"));
        KafkaProbe.publish("refund.events", bookingId, "coworkpay.cancellation.released.v1", released.encode());
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void theSameIdWithOtherContentsIsSetAside() {
        Instant first = Instant.now().minusSeconds(60);
        cancel(first);
        restore(Instant.now().minusSeconds(30));
        everythingWasHeard();
        PendingPayment payment = shop.begin(bookingId);
        cancel(Instant.now());
        cancel(first);
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Db.number("select count(*) from cancellation where payable_id = ?", bookingId))
                .isEqualTo(1);
    }

    @Test
    void theSameIdForAnotherPayableIsAnotherCancellation() {
        cancel(Instant.now());
        String other = "other-" + bookingId;
        PendingPayment payment = shop.begin(other);
        publish(
                "booking.cancelled.v1",
                cancellation(Instant.now())
                        .put("payable", new JsonObject().put("type", "BOOKING").put("id", other)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.status(payment.id())
                .equals("CANCELED"));
    }

    @Test
    void aRestoredPayableCanBePaidAgainAndCanceledAgain() {
        Instant first = Instant.now().minusSeconds(60);
        cancel(first);
        everythingWasHeard();
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
        restore(first.plusSeconds(10));
        everythingWasHeard();
        PendingPayment payment = shop.begin(bookingId);
        cancel(first);
        restore(first.plusSeconds(10));
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");

        publish("booking.cancelled.v1", cancellation(Instant.now()).put("cancellationId", "again-" + bookingId));
        everythingWasHeard();
        assertThat(Db.status(payment.id())).isEqualTo("CANCELED");
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void restoredMayBeConsumedFirstAndBeforeTheCancellationLiftsNothing() {
        Instant canceledAt = Instant.now().minusSeconds(60);
        restore(canceledAt);
        cancel(canceledAt);
        everythingWasHeard();
        assertThat(shop.initiate(booking(bookingId)).statusCode()).isEqualTo(201);
        publish(
                "booking.cancelled.v1",
                cancellation(canceledAt.plusMillis(1)).put("cancellationId", "again-" + bookingId));
        everythingWasHeard();
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
        restore(canceledAt.plusMillis(1));
        everythingWasHeard();
        assertThat(shop.initiate(booking(bookingId)).statusCode()).isEqualTo(201);
    }

    @Test
    void oneOfTwoCancellationsThatIsTakenBackLeavesTheOther() {
        cancel(Instant.now().minusSeconds(60));
        publish(
                "booking.cancelled.v1",
                cancellation(Instant.now().minusSeconds(50)).put("cancellationId", "second-" + bookingId));
        publish(
                "booking.restored.v1",
                new JsonObject()
                        .put("locationId", shop.location())
                        .put("payable", payable())
                        .put("cancellationId", "second-" + bookingId)
                        .put("restoredAt", Instant.now().toString()));
        everythingWasHeard();
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void aRestoredPayableThatIsStillBeingRefundedIsNotPaidTwice() {
        PendingPayment payment = shop.begin(bookingId);
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        cancel(Instant.now());
        restore(Instant.now().plusMillis(5));
        everythingWasHeard();
        Refunds.publishAndWait(Refunds.state(payment.id(), 1, 0, 22000));
        assertThat(problem()).isEqualTo("urn:coworkpay:problem:payable-already-paid");
        Refunds.publishAndWait(Refunds.state(payment.id(), 2, 22000, 0));
        assertThat(shop.initiate(booking(bookingId)).statusCode()).isEqualTo(201);
    }

    @Test
    void aRestoreOfAnotherZoneAndUnreadableEventsAreDeadLetters() {
        Instant now = Instant.now();
        restore(now.plus(Duration.ofHours(9)), "ce_time", now.toString(), "ce_id", "later-" + bookingId);
        restore(now.minus(Duration.ofHours(9)), "ce_time", now.toString(), "ce_id", "earlier-" + bookingId);
        publish("event.cancelled.v1", new JsonObject().put("eventId", "e"), "ce_id", "event-" + bookingId);
        publish("location.day_closed.v1", new JsonObject().put("day", "2030-01-01"), "ce_id", "day-" + bookingId);
        assertThat(deadReason("later-")).isEqualTo("restoredAt cannot be true by the event's own time");
        assertThat(deadReason("earlier-")).isEqualTo("restoredAt cannot be true by the event's own time");
        assertThat(deadReason("event-")).isEqualTo("cancelledBy is not an object");
        assertThat(deadReason("day-")).isEqualTo("closedBy is not an object");
    }

    private String deadReason(String id) {
        return String.valueOf(KafkaProbe.awaitEvent("payment-service.dlq", e -> (id + bookingId).equals(e.id()))
                .header("dead-letter-reason"));
    }
}
