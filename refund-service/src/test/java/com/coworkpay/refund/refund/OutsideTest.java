package com.coworkpay.refund.refund;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.settlement.SettlementWorker;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Cancels in KakaoPay's dashboard: found, recorded, published, and what is left is refunded.
@RefundServiceTest
class OutsideTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    SettlementWorker settlement;

    @Inject
    RefundWorker worker;

    @AfterEach
    void asDocumented() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.DOCUMENTED);
    }

    @Test
    void aPartThatWasCanceledOutsideIsRecordedAndTheRefundGoesOnWithWhatIsLeft() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        String refund = request(place, paid, 10000);
        TestLocation.untilRefund(refund, "UNKNOWN");
        // Not at the first inquiry: the list may lag behind the balance, the cancel may be in flight.
        settle(refund);
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 10000");
        quietLook(refund);
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("15000 0");
        assertThat(place.cancels(paid)).containsExactly(5000L, 10000L);
        ReceivedEvent event = TestLocation.event(paid, "recorded_outside");
        assertThat(event.data().path("refunds").findValuesAsText("origin")).contains("OUTSIDE");
        assertThat(event.data().path("balanceKrw").asLong()).isEqualTo(7000);
        assertThat(TestLocation.notice(paid, "refunded").data().path("origin").asText())
                .isEqualTo("OUTSIDE");
        assertThat(Db.text(
                        "select reason || ' ' || (aid is not null) from refund where payment_id = ?::uuid"
                                + " and origin = 'OUTSIDE'",
                        paid.id()))
                .isEqualTo("REFUNDED_OUTSIDE true");
    }

    /// The cancellation is given what is left.
    @Test
    void aRefundThatNoLongerFitsIsCut() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        quietLook(refund);
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(5000L, 17000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
    }

    @Test
    void whereNothingIsLeftItEnds() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 22000);
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        quietLook(refund);
        assertThat(Db.text(
                        "select status || ' ' || failure || ' ' || (failure_confirmed_at is not null) || ' '"
                                + " || (manual_review_since is null) from refund where id = ?::uuid",
                        refund))
                .isEqualTo("FAILED REFUNDED_OUTSIDE true true");
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("reason")
                        .asText())
                .isEqualTo("REFUNDED_OUTSIDE");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    /// It may be what the outside cancel was made for.
    @Test
    void oneOfTheSameAmountIsHeldForAPerson() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        String refund = request(place, paid, 5000);
        TestLocation.untilRefund(refund, "UNKNOWN");
        quietLook(refund);
        assertThat(state(refund)).isEqualTo("UNKNOWN SAME_AMOUNT_OUTSIDE");
        quietLook(refund);
        assertThat(state(refund)).isEqualTo("UNKNOWN SAME_AMOUNT_OUTSIDE");
        assertThat(place.cancels(paid)).containsExactly(5000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("5000 5000");
    }

    /// Another cancel outside does not let it go, and one that was never sent is held as well.
    @Test
    void aHeldRefundIsNotSentWhateverElseIsShown() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        String first = request(place, paid, 5000);
        TestLocation.untilRefund(first, "UNKNOWN");
        String second = request(place, paid, 5000, 17000);
        quietLook(first);
        assertThat(state(first)).isEqualTo("UNKNOWN SAME_AMOUNT_OUTSIDE");
        assertThat(state(second)).isEqualTo("REQUESTED SAME_AMOUNT_OUTSIDE");
        outside(paid, 3000);
        quietLook(first);
        assertThat(state(first)).isEqualTo("UNKNOWN SAME_AMOUNT_OUTSIDE");
        Db.move(second, "next_check_at = now()");
        worker.round().await().atMost(Duration.ofSeconds(20));
        assertThat(state(second)).isEqualTo("REQUESTED SAME_AMOUNT_OUTSIDE");
        assertThat(place.cancels(paid)).containsExactly(5000L, 3000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("8000 10000");
    }

    /// `order` cannot confirm that nothing moved: it goes to manual review, as later cancellations wait for that.
    @Test
    void anUnconfirmedFailureGoesToManualReview() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        String refund = request(place, paid, 5000);
        TestLocation.untilRefund(refund, "FAILED");
        place.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(paid.tid()));
        Db.move(refund, "unsettled_since = now() - interval '3 hours'");
        quietLook(refund);
        assertThat(state(refund)).isEqualTo("FAILED UNSETTLED_TOO_LONG");
        quietLook(refund);
        assertThat(confirmed(refund)).isEqualTo("t");
        assertThat(state(refund)).isEqualTo("FAILED -");
    }

    /// The newest is cut first.
    @Test
    void severalOpenOnesAreCutTheNewestFirst() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 9000);
        String first = request(place, paid, 10000);
        TestLocation.untilRefund(first, "UNKNOWN");
        String second = request(place, paid, 2000, 12000);
        String third = request(place, paid, 7000, 10000);
        quietLook(first);
        TestLocation.untilRefund(first, "SUCCEEDED");
        TestLocation.untilRefund(second, "SUCCEEDED");
        TestLocation.untilRefund(third, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(9000L, 10000L, 2000L, 1000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
    }

    /// As recorded at the real KakaoPay: actions without amount and payload.
    @Test
    void aLostAnswerIsSettledByTheBalance() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER).forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(Db.text("select aid is not null from refund where id = ?::uuid", refund))
                .isEqualTo("t");
        assertThat(place.cancels(paid)).containsExactly(22000L);
    }

    @Test
    void anOutsideCancelIsRecordedInTheRecordedShapeToo() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        String refund = request(place, paid, 10000);
        TestLocation.untilRefund(refund, "UNKNOWN");
        quietLook(refund);
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("15000 0");
        assertThat(place.cancels(paid)).containsExactly(5000L, 10000L);
    }

    /// A refusal that freed the amount, and KakaoPay did it after all: what it shows wins, within what was paid.
    @Test
    void aFailedRefundThatWasDoneAfterAllIsRecorded() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.code(Endpoint.CANCEL, -781, "6019").afterEffect().forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "FAILED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        settle(refund);
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(place.cancels(paid)).containsExactly(22000L);
        TestLocation.notice(paid, "refunded");
    }

    /// The same, with another refund requested in the meantime: it is cut.
    @Test
    void aLateSuccessNeverPushesRefundedAbovePaid() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.code(Endpoint.CANCEL, -781, "6019").afterEffect().forTid(paid.tid()));
        String first = request(place, paid, 15000);
        TestLocation.untilRefund(first, "FAILED");
        String second = request(place, paid, 10000);
        TestLocation.untilRefund(second, "UNKNOWN");
        quietLook(second);
        TestLocation.untilRefund(second, "SUCCEEDED");
        assertThat(Db.status(first)).isEqualTo("SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(15000L, 7000L);
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
    }

    @Test
    void aRefusalIsConfirmedByOrder() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "FAILED");
        assertThat(confirmed(refund)).isEqualTo("f");
        settle(refund);
        assertThat(confirmed(refund)).isEqualTo("f");
        quietLook(refund);
        assertThat(confirmed(refund)).isEqualTo("t");
    }

    private static String confirmed(String refund) {
        return Db.text("select failure_confirmed_at is not null from refund where id = ?::uuid", refund);
    }

    private static void outside(TestPayment paid, long amountKrw) {
        PaymentSpec.call(
                "cancel",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("tid", paid.tid())
                        .put("cancel_amount", amountKrw)
                        .put("cancel_tax_free_amount", 0));
    }

    private static String request(TestLocation place, TestPayment paid, long amountKrw) {
        return request(place, paid, amountKrw, 22000);
    }

    private static String request(TestLocation place, TestPayment paid, long amountKrw, long balanceKrw) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "refund:create", "payment:read")
                        .sign())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", balanceKrw)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
    }

    private static String state(String refund) {
        return Db.text(
                "select status || ' ' || coalesce(manual_review_reason, '-') from refund where id = ?::uuid", refund);
    }

    private void quietLook(String refund) {
        Db.move(refund, "sent_at = sent_at - interval '31 seconds'");
        settle(refund);
    }

    private void settle(String refund) {
        Db.move(refund, "next_check_at = now() - interval '1 second'");
        settlement.round().await().atMost(Duration.ofSeconds(20));
    }
}
