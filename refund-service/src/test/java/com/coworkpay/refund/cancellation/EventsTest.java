package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Events that are unreadable, duplicate, out of order, or for other consumers.
@RefundServiceTest
class EventsTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Test
    void whatCannotBeReadIsDeadLetteredWithTheReasonAndBlocksNothing() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject good = place.cancellation(paid, IN_TIME);
        String key = paid.payableId();
        KafkaProbe.publishRaw(
                "booking.events",
                key,
                "not json".getBytes(StandardCharsets.UTF_8),
                "ce_id",
                "1",
                "ce_type",
                "booking.cancelled.v1");
        String noTime = publish(key, "booking.cancelled.v1", good.copy().put("cancelledAt", "yesterday"));
        String misfit = publish(key, "shop_order.cancelled.v1", good);
        String choice =
                publish(key, "booking.cancelled.v1", good.copy().put("choice", new JsonObject().put("refund", "FULL")));
        String unknown = publish(key, "booking.exploded.v1", good);
        place.cancel(good);

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(reason(noTime)).isEqualTo("cancelledAt is not an instant with its offset");
        assertThat(reason(misfit)).isEqualTo("payable.type is not the one that the event's type speaks of");
        assertThat(reason(choice)).isEqualTo("choice is not absent unless an administrator cancelled");
        assertThat(reason(unknown)).isEqualTo("unknown type");
        assertThat(KafkaProbe.awaitEvent(
                        "refund-service.dlq", e -> key.equals(e.key()) && "not json".equals(e.value())))
                .isNotNull();
    }

    @Test
    void timesOfRestoresAndMovesThatCannotBeTrueAreDeadLetters() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject data = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("startAt", "2030-01-10T09:00:00+09:00");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String moved = publish(paid.payableId(), "booking.moved.v1", data.copy().put("movedAt", tomorrow.toString()));
        String restored =
                publish(paid.payableId(), "booking.restored.v1", data.copy().put("restoredAt", tomorrow.toString()));
        assertThat(reason(moved)).isEqualTo("movedAt cannot be true by the event's own time");
        assertThat(reason(restored)).isEqualTo("restoredAt cannot be true by the event's own time");
    }

    @Test
    void anOlderStateOfALocationOrAPaymentChangesNothing() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment paid = place.pay();
        JsonObject old = new JsonObject()
                .put("locationId", place.location())
                .put("version", 1)
                .put("title", "x")
                .put("timezone", "UTC")
                .put("locale", "en")
                .put("refundApprovalLimitKrw", 0)
                .put("kakaopay", null);
        KafkaProbe.publish("integration.events", place.location(), "coworkpay.location.changed.v1", old.encode());
        KafkaProbe.publish(
                "payment.events",
                paid.id(),
                "coworkpay.payment.paid.v1",
                paid.state()
                        .copy()
                        .put("version", 9)
                        .put("totalKrw", 99)
                        .put("vatKrw", 9)
                        .put("supplyKrw", 90)
                        .encode());
        // With the same key, so that it is consumed after the other.
        JsonObject next = place.payUnpublished(PaymentSpec.booking()).state();
        KafkaProbe.publish("payment.events", paid.id(), "coworkpay.payment.paid.v1", next.encode());
        TestLocation.until(() ->
                Db.number("select count(*) from paid_payment where payment_id = ?::uuid", next.getString("paymentId"))
                        == 1);
        assertThat(Db.text(
                        "select timezone || ' ' || automatic_refunds from location_replica where location_id = ?",
                        place.location()))
                .isEqualTo("Asia/Seoul false");
        assertThat(Db.number("select total_krw from paid_payment where payment_id = ?::uuid", paid.id()))
                .isEqualTo(22000);
    }

    /// What lies beyond the years that an answer can show is dead-lettered, not stored.
    @Test
    void timesThatNoAnswerCanShowAreDeadLettered() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject good = place.cancellation(paid, IN_TIME);
        String key = paid.payableId();
        String far = publish(key, "booking.cancelled.v1", good.copy().put("startAt", "+123456-01-01T00:00:00Z"));
        String old = publish(key, "booking.cancelled.v1", good.copy().put("cancelledAt", "0001-01-01T00:00:00Z"));
        assertThat(reason(far)).isEqualTo("startAt is not an instant with its offset");
        assertThat(reason(old)).isEqualTo("cancelledAt is not an instant with its offset");
    }

    /// A broken record among many costs only itself.
    @Test
    void oneThatCannotBeReadDoesNotHoldUpItsBatch() {
        TestLocation place = TestLocation.open();
        List<TestPayment> paid = Stream.generate(place::pay).limit(5).toList();
        try (EventStream events = new EventStream()) {
            for (TestPayment each : paid) {
                JsonObject good = place.cancellation(each, IN_TIME);
                events.send(
                        "booking.events",
                        place.location(),
                        "booking.cancelled.v1",
                        good.copy().put("cancelledBy", "me").encode());
                events.send("booking.events", place.location(), "booking.cancelled.v1", good.encode());
            }
        }
        for (TestPayment each : paid) {
            assertThat(TestLocation.decision(each)).isEqualTo("REFUND IN_TIME 22000");
        }
        assertThat(KafkaProbe.awaitEvents(
                        "refund-service.dlq", e -> place.location().equals(e.key()), 5))
                .hasSize(5);
    }

    private static String publish(String key, String type, JsonObject data) {
        String id = UUID.randomUUID().toString();
        KafkaProbe.publish("booking.events", key, type, data.encode(), "ce_id", id);
        return id;
    }

    private static String reason(String eventId) {
        ReceivedEvent letter = KafkaProbe.awaitEvent("refund-service.dlq", e -> eventId.equals(e.id()));
        return String.valueOf(letter.header("dead-letter-reason"));
    }
}
