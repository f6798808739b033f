package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the booking system cancels, and what comes of it.
@RefundServiceTest
class CancellationTest {

    private static final Instant DEADLINE = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    DecideCancellations decide;

    @Test
    void inTimeTheMoneyIsRefundedAndPublished() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, DEADLINE));

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(TestLocation.event(paid, "requested")
                        .data()
                        .path("reservedKrw")
                        .asLong())
                .isEqualTo(22000);
        var state = TestLocation.event(paid, "succeeded").data();
        assertThat(state.path("refundedKrw").asLong()).isEqualTo(22000);
        assertThat(state.path("refunds").get(0).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(state.path("refunds").get(0).path("vatKrw").asLong()).isEqualTo(2000);
        assertThat(state.path("decisions").get(0).path("reason").asText()).isEqualTo("IN_TIME");
        var notice = TestLocation.notice(paid, "refunded").data();
        assertThat(notice.path("amountKrw").asLong()).isEqualTo(22000);
        assertThat(notice.has("tid")).isFalse();
    }

    @Test
    void aSecondTooLateIsDeclinedAndTheNoticeSaysWhy() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, DEADLINE.plusSeconds(1)));

        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED TOO_LATE 0");
        var notice = TestLocation.notice(paid, "refund_declined").data();
        assertThat(notice.path("reason").asText()).isEqualTo("TOO_LATE");
        assertThat(notice.path("explanation").path("en").asText()).contains("Wed 9 Jan 2030 09:00 KST");
        assertThat(TestLocation.event(paid, "decided").data().path("refunds")).isEmpty();
        assertThat(place.cancels(paid)).isEmpty();
    }

    @Test
    void theSameCancellationThreeTimesIsOneRefund() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, DEADLINE);
        place.cancel(cancellation);
        place.cancel(cancellation);
        place.cancel(cancellation);
        place.cancel(cancellation.copy().put("cancellationId", "another-" + paid.id()));
        place.fence(paid);

        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isEqualTo(1);
        TestLocation.until(() -> Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()) == 2);
        assertThat(Db.text(
                        "select string_agg(reason, ' ' order by decided_at) from decision where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("IN_TIME ALREADY_REFUNDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// A batch that holds one payment several times decides about it one after the other.
    @Test
    void manyCancellationsOfOnePaymentInOneBatchAreOneRefund() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject first = place.cancellation(paid, DEADLINE.minusSeconds(2));
        JsonObject second = place.cancellation(paid, DEADLINE.minusSeconds(1));
        try (EventStream events = new EventStream()) {
            for (JsonObject each : List.of(first, second, first, second, first)) {
                events.send("booking.events", paid.payableId(), "booking.cancelled.v1", each.encode());
            }
        }
        place.fence(paid);
        TestLocation.until(() -> Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()) == 2);
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(Db.text(
                        "select string_agg(d.reason, ' ' order by c.canceled_at) from decision d join cancellation c"
                                + " on c.cancellation_id = d.cancellation_id where d.payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("IN_TIME ALREADY_REFUNDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// A booking system that cancels one booking again and again: the others wait for the first one's refund.
    @Test
    void sixHundredCancellationsOfOnePaymentAreDecidedAndAreOneRefund() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        try (EventStream events = new EventStream()) {
            for (int i = 1; i <= 600; i++) {
                events.send(
                        "booking.events",
                        paid.payableId(),
                        "booking.cancelled.v1",
                        place.cancellation(paid, DEADLINE.minusSeconds(i)).encode());
            }
        }
        place.fence(paid);
        TestLocation.until(
                () -> Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()) == 600);
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(Db.number(
                        "select count(*) from decision where payment_id = ?::uuid and outcome = 'DECLINED'"
                                + " and reason = 'ALREADY_REFUNDED'"
                                + " and (evidence->>'refundedKrw')::bigint + (evidence->>'inFlightKrw')::bigint = 22000",
                        paid.id()))
                .isEqualTo(599);
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// Stored, and no consumer decided it: the sweeper does.
    @Test
    void aForgottenCancellationIsDecidedByTheSweeper() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        JsonObject cancellation = place.cancellation(paid, DEADLINE);
        Db.update(
                "insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at,"
                        + " canceled_by, canceled_by_role, contents, received_at) values (?, ?, ?, ?, ?::timestamptz,"
                        + " 'owner-1', 'LOCATION_MEMBER', '-', now() - interval '2 minutes')",
                place.location(),
                cancellation.getString("cancellationId"),
                paid.payableType(),
                paid.payableId(),
                DEADLINE.toString());
        decide.forgotten(Duration.ofHours(1)).await().atMost(Duration.ofSeconds(20));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// The replica of the location is behind: a payment proves that the location was connected.
    @Test
    void aReplicaWithoutAConnectionDecidesNothing() {
        TestLocation place = TestLocation.nowhere().publishUnconnected();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, DEADLINE));
        place.fence(paid);
        assertThat(Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()))
                .isZero();
        place.publish(true, "Asia/Seoul");
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void aMoveAfterTheCancellationDoesNotCount() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        place.cancel(place.cancellation(paid, DEADLINE));
        move(place, paid, "2030-01-09T00:00:01Z", "2030-01-09T10:00:00+09:00");
        TestLocation.until(
                () -> Db.number("select count(*) from rescheduling where payable_id = ?", paid.payableId()) == 1);
        place.publishPaid(paid);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void withoutAPaymentItWaitsAndIsTakenUpWhenThePaymentBecomesKnown() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.payUnpublished(PaymentSpec.booking());
        place.cancel(place.cancellation(paid, DEADLINE));
        place.fence(paid);
        assertThat(Db.number("select count(*) from decision where location_id = ?", place.location()))
                .isZero();

        place.publishPaid(paid);
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void cancelledBeforeApprovedIsRefundedInFullWhateverPolicyAndSwitchSay() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment paid = place.payUnpublished(PaymentSpec.booking().policy("NO_REFUND", null));
        place.cancel(place.cancellation(paid, paid.approvedAt().minusMillis(1)));
        place.publishPaid(paid);

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND CANCELED_BEFORE_APPROVED 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void anOverpaymentIsRefundedWithoutACancellation() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment paid = place.pay(PaymentSpec.of("INVOICE").asOverpayment());

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND OVERPAYMENT 22000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        place.publishPaid(paid);
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void switchedOffIsDeclined() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, DEADLINE));
        assertThat(TestLocation.decision(paid)).isEqualTo("DECLINED AUTOMATIC_REFUNDS_OFF 0");
    }

    @Test
    void anAdministratorsExplicitChoiceIsCarriedOutAlsoWhereTheSwitchIsOff() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment chosen = place.pay();
        place.cancel(byAdmin(place.cancellation(chosen, DEADLINE.plusSeconds(1)))
                .put("choice", new JsonObject().put("refund", "FULL")));
        TestPayment without = place.pay();
        place.cancel(byAdmin(place.cancellation(without, DEADLINE)));
        assertThat(TestLocation.decision(chosen)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 22000");
        assertThat(TestLocation.decision(without)).isEqualTo("DECLINED AUTOMATIC_REFUNDS_OFF 0");
    }

    @Test
    void anAdministratorChooses() {
        TestLocation place = TestLocation.open();
        TestPayment some = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        place.cancel(byAdmin(place.cancellation(some, DEADLINE.plusSeconds(1)))
                .put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", 5000)));
        TestPayment none = place.pay();
        place.cancel(byAdmin(place.cancellation(none, DEADLINE)).put("choice", new JsonObject().put("refund", "NONE")));
        TestPayment all = place.pay(PaymentSpec.booking().policy("NO_REFUND", null));
        place.cancel(byAdmin(place.cancellation(all, DEADLINE.plusSeconds(1))));

        assertThat(TestLocation.decision(some)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 5000");
        assertThat(TestLocation.decision(none)).isEqualTo("DECLINED ADMINISTRATOR_CHOSE_NONE 0");
        assertThat(TestLocation.decision(all)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 22000");
        TestLocation.untilRefund(TestLocation.refundId(some), "SUCCEEDED");
        assertThat(place.cancels(some)).containsExactly(5000L);
    }

    @Test
    void ordersAreRefundedWhileNew() {
        TestLocation place = TestLocation.open();
        PaymentSpec order = PaymentSpec.of("SHOP_ORDER").policy("UNTIL_PROCESSED", null);
        TestPayment fresh = place.pay(order);
        place.cancel(place.cancellation(fresh, DEADLINE).put("orderState", "NEW"));
        TestPayment begun = place.pay(PaymentSpec.of("SHOP_ORDER").policy("UNTIL_PROCESSED", null));
        place.cancel(place.cancellation(begun, DEADLINE).put("orderState", "IN_PROGRESS"));

        assertThat(TestLocation.decision(fresh)).isEqualTo("REFUND ORDER_STILL_NEW 22000");
        assertThat(TestLocation.decision(begun)).isEqualTo("DECLINED ORDER_IN_PROGRESS 0");
    }

    @Test
    void aMovedBookingCountsFromItsNewStartAlsoWhenMovesComeInDisorder() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().startAt("2026-12-01T09:00:00+09:00"));
        move(place, paid, "2026-11-25T00:00:00Z", "2030-01-10T09:00:00+09:00");
        move(place, paid, "2026-11-24T00:00:00Z", "2026-12-02T09:00:00+09:00");
        place.cancel(place.cancellation(paid, DEADLINE));

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Db.text("select evidence -> 'start' ->> 'from' from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo("MOVE");
    }

    @Test
    void aFullDayWithoutOpeningHoursStartsAtLocalMidnightResolvedOnce() {
        TestLocation place = TestLocation.nowhere();
        TestPayment paid = place.payUnpublished(PaymentSpec.booking().day("2030-01-10"));
        place.publishPaid(paid);
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-08T15:00:00Z")));
        place.publish(true, "Asia/Seoul").withoutSchedule();

        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(Db.text(
                        "select evidence -> 'start' ->> 'source' from decision where payment_id = ?::uuid", paid.id()))
                .isEqualTo("NO_SCHEDULE");
        place.publish(true, "America/New_York");
        assertThat(Db.text(
                        "select start_at at time zone 'UTC' from full_day_start where payment_id = ?::uuid", paid.id()))
                .isEqualTo("2030-01-09 15:00:00");
    }

    @Test
    void aTieredPolicyGivesTheBestTierThatIsReached() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(10001, 0).policy(new JsonObject("""
                        {"kind":"TIERED","tiers":[{"before":"P2D","percent":100},{"before":"PT4H","percent":50}]}""")));
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T20:00:00Z")));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 5000");
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(5000L);
    }

    private static void move(TestLocation place, TestPayment paid, String movedAt, String startAt) {
        JsonObject move = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", paid.payableId()))
                .put("movedAt", movedAt)
                .put("startAt", startAt);
        KafkaProbe.publish("booking.events", paid.payableId(), "booking.moved.v1", move.encode(), "ce_time", movedAt);
    }

    private static JsonObject byAdmin(JsonObject cancellation) {
        return cancellation.put(
                "cancelledBy", new JsonObject().put("id", "minji").put("role", "ADMIN"));
    }
}
