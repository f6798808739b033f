package com.coworkpay.payment.booking;

import static com.coworkpay.payment.support.TestShop.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.RowOrder;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The booking system cancels what was to be paid.
@PaymentServiceTest
class CancellationTest {

    private final TestShop shop = TestShop.open();

    @Inject
    CancelPendingPayments cancelPendingPayments;

    private JsonObject cancellation(String bookingId) {
        return new JsonObject()
                .put("cancellationId", "c-" + UUID.randomUUID())
                .put("locationId", shop.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", bookingId))
                .put("cancelledAt", Instant.now().toString())
                .put("cancelledBy", new JsonObject().put("id", "owner-1").put("role", "LOCATION_MEMBER"));
    }

    private void cancel(String bookingId) {
        KafkaProbe.publish(
                "booking.events",
                bookingId,
                "booking.cancelled.v1",
                cancellation(bookingId).encode());
        awaitConsumed(bookingId);
    }

    private void awaitConsumed(String bookingId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number(
                                "select count(*) from effective_cancellation where location_id = ? and payable_id = ?",
                                shop.location(),
                                bookingId)
                        == 1);
    }

    @Test
    void aPendingPaymentOfACanceledPayableIsCanceledAndNeverApproved() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(bookingId);
        String returnUrl = shop.pay(payment);
        cancel(bookingId);
        assertThat(Db.status(payment.id())).isEqualTo("CANCELED");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key())
                        && event.data().path("reason").asText().equals("PAYABLE_CANCELED"));
        KafkaProbe.awaitEvent(
                "booking.notices",
                event -> "coworkpay.notice.payment_canceled.v1".equals(event.type())
                        && event.data().path("paymentId").asText().equals(payment.id()));
        var answer = shop.initiate(booking(bookingId));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:payable-canceled");
    }

    @Test
    void paymentsAreLockedInTheOrderOfTheirIds() throws Exception {
        String stem = UUID.randomUUID().toString();
        PendingPayment older = shop.begin("b-2-" + stem);
        PendingPayment newer = shop.begin("b-1-" + stem);
        var notices = Stream.of("b-1-" + stem, "b-2-" + stem)
                .map(id -> new CancellationNotice(
                        "c-" + id,
                        new PayableRef(shop.location(), PayableType.BOOKING, id),
                        Instant.now(),
                        "x",
                        false,
                        null))
                .toList();
        RowOrder.isKept(
                "payment", "id", UUID.fromString(older.id()), UUID.fromString(newer.id()), () -> cancelPendingPayments
                        .cancel(notices)
                        .await()
                        .atMost(Duration.ofSeconds(20)));
        assertThat(Db.status(older.id())).isEqualTo("CANCELED");
        assertThat(Db.status(newer.id())).isEqualTo("CANCELED");
    }

    @Test
    void aCancellationThatTheRaceHidStillRejectsTheClaim() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(bookingId);
        String returnUrl = shop.pay(payment);
        Db.update(
                "insert into cancellation (location_id, payable_type, payable_id, cancellation_id, contents, canceled_at)"
                        + " values (?, 'BOOKING', ?, 'c', 'digest', now())",
                shop.location(),
                bookingId);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
    }

    @Test
    void aPaidPaymentIsLeftToTheRefund() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(bookingId);
        TestShop.visit(shop.pay(payment));
        cancel(bookingId);
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
    }

    @Test
    void theSameEventTwiceAndUnderANewIdChangesNothing() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(bookingId);
        String json = cancellation(bookingId).encode();
        String id = KafkaProbe.publish("booking.events", bookingId, "booking.cancelled.v1", json);
        KafkaProbe.publish("booking.events", bookingId, "booking.cancelled.v1", json, "ce_id", id);
        KafkaProbe.publish("booking.events", bookingId, "booking.cancelled.v1", json);
        cancel("after-" + bookingId);
        awaitConsumed(bookingId);
        Awaitility.await().until(() -> Db.status(payment.id()).equals("CANCELED"));
        assertThat(Db.number(
                        "select count(*) from outbox where aggregateid = ? and type like '%.canceled.v1'",
                        payment.id()))
                .isEqualTo(1);
    }

    @Test
    void cancellationsThatComeTogetherAreConsumedTogether() {
        List<PendingPayment> payments = new ArrayList<>();
        List<Map.Entry<String, String>> published = new ArrayList<>();
        String key = "together-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            String bookingId = "b-" + UUID.randomUUID();
            payments.add(shop.begin(bookingId));
            String json = cancellation(bookingId).encode();
            // Twice in one batch, and something nobody can read between them.
            published.add(Map.entry(key, json));
            published.add(Map.entry(key, i == 2 ? "{\"cancellationId\":7}" : json));
        }
        PendingPayment other = shop.begin();
        KafkaProbe.publishAll("booking.events", "booking.cancelled.v1", published);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> payments.stream()
                .allMatch(payment -> Db.status(payment.id()).equals("CANCELED")));
        assertThat(Db.status(other.id())).isEqualTo("WAITING");
        for (PendingPayment payment : payments) {
            assertThat(Db.number(
                            "select count(*) from outbox where aggregateid = ? and type like '%.canceled.v1'",
                            payment.id()))
                    .isEqualTo(1);
        }
        KafkaProbe.awaitEvent("payment-service.dlq", event -> key.equals(event.key()));
    }

    @Test
    void whatNobodyCanReadIsSetAsideAndTheNextIsHandled() {
        String bookingId = "b-" + UUID.randomUUID();
        String key = "one-partition-" + bookingId;
        KafkaProbe.publishRaw(
                "booking.events",
                key,
                "not json".getBytes(StandardCharsets.UTF_8),
                "ce_id",
                "x-" + key,
                "ce_type",
                "booking.cancelled.v1");
        KafkaProbe.publish("booking.events", key, "booking.cancelled.v1", "{\"cancellationId\":7}");
        KafkaProbe.publish("booking.events", key, "booking.invented.v9", "{}");
        KafkaProbe.publish(
                "booking.events",
                key,
                "booking.cancelled.v1",
                cancellation(bookingId).put("cancelledAt", "soon").encode());
        KafkaProbe.publish("booking.events", key, "booking.moved.v1", "{}");
        KafkaProbe.publish(
                "booking.events",
                key,
                "booking.cancelled.v1",
                cancellation(bookingId).encode());
        awaitConsumed(bookingId);
        var dead = KafkaProbe.awaitEvents("payment-service.dlq", event -> key.equals(event.key()), 5);
        assertThat(dead).hasSize(5).allSatisfy(event -> assertThat(event.header("dead-letter-reason"))
                .isNotBlank());
    }
}
