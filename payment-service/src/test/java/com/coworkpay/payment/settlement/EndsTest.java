package com.coworkpay.payment.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.IntegrationStub;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every payment that was not paid ends, and none is charged for what is cancelled.
@PaymentServiceTest
class EndsTest {

    private final TestShop shop = TestShop.open();

    /// A payer whose token KakaoPay declined, and who then left.
    private PendingPayment refusedOnceAndLeft() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -708).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        return payment;
    }

    @ParameterizedTest
    @ValueSource(ints = {-721, -723})
    void aWaitingPaymentThatOrderDoesNotKnowEndsWhenItsTidIsDead(int code) {
        PendingPayment payment = refusedOnceAndLeft();
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, code).times(50).forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(15).plusSeconds(10));
        assertThat(Worker.check(payment.id())).isEqualTo("WAITING");
        Worker.age(shop, payment.id(), Duration.ofMinutes(2));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(reason(payment)).isEqualTo("EXPIRED");
        lateInquiryIsDue(payment);
    }

    @Test
    void aWaitingPaymentWhoseOrderDoesNotFitEndsWhenItsTidIsDead() {
        PendingPayment payment = refusedOnceAndLeft();
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT)
                        .times(50)
                        .forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        lateInquiryIsDue(payment);
    }

    @Test
    void aWaitingPaymentEndsThoughItsAccountIsGone() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        accountGone();
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        lateInquiryIsDue(payment);
        KafkaProbe.awaitEvent(
                "booking.notices",
                event -> "coworkpay.notice.payment_canceled.v1".equals(event.type())
                        && event.data().path("paymentId").asText().equals(payment.id()));
    }

    @Test
    void moneyOfAWaitingPaymentIsOverpaidAndTheBookingSystemGetsOneNotice() {
        PendingPayment payment = shop.begin();
        TestShop.visit(shop.pay(payment));
        // As if our approve had never been recorded, and somebody else had approved.
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(
                payment.id(),
                "status = 'WAITING', version = version + 1, approved_at = null, approve_sent_at = null, next_check_at = now()");
        Db.update("alter table payment enable trigger payment_transitions");
        assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
        assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
        assertThat(Db.number(
                        "select count(*) from outbox where type = 'coworkpay.notice.payment_canceled.v1'"
                                + " and payload ->> 'paymentId' = ? and payload ->> 'status' = 'CANCELED'",
                        payment.id()))
                .isEqualTo(1);
    }

    @Test
    void aDeclineThatMayBeATimeOutIsInquiredAfterMinutes() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.code(Endpoint.APPROVE, -780, "0010").afterEffect().forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("FAILED");
        assertThat(Db.text(
                        "select next_check_at - (failed_at + interval '3 minutes') between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
        assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
    }

    @Test
    void aCanceledPayableIsNotChargedByARepeat() {
        String bookingId = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(bookingId);
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        cancel(bookingId);
        assertThat(Worker.check(payment.id()))
                .as("the approve may be under way")
                .isEqualTo("UNKNOWN");
        Worker.quiet(payment.id());
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(reason(payment)).isEqualTo("PAYABLE_CANCELED");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        assertThat(shop.kakaoPay().ledger(payment.id(), EffectKind.APPROVE)).isEmpty();
        lateInquiryIsDue(payment);
    }

    @Test
    void aDeclineWhoseAnswerWasLostEndsAfterTheQuietTime() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, "0010").forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("FAILED");
        // As if its answer had been lost.
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(payment.id(), "status = 'UNKNOWN', version = version + 1, failed_at = null, unsettled_since = now()");
        Db.update("alter table payment enable trigger payment_transitions");
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(pause(payment)).as("no longer than the quiet time").isLessThanOrEqualTo(30);
        Worker.quiet(payment.id());
        assertThat(Worker.check(payment.id())).isEqualTo("FAILED");
        assertThat(Db.text(
                        "select next_check_at - (failed_at + interval '3 minutes') between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
    }

    /// Not a pause later.
    @Test
    void anInquiryIsMadeAtTheEndOfTheQuietTimeAndOfTheTid() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(50).forTid(tid(payment)));
        Db.move(payment.id(), "check_attempts = 12");
        Worker.check(payment.id());
        assertThat(isDueAt(payment, "approve_sent_at + interval '30 seconds'")).isTrue();
        Worker.age(shop, payment.id(), Duration.ofMinutes(13));
        Worker.check(payment.id());
        assertThat(isDueAt(payment, "initiated_at + interval '16 minutes'")).isTrue();
        Worker.age(shop, payment.id(), Duration.ofMinutes(4));
        Worker.check(payment.id());
        assertThat(pause(payment)).isEqualTo(300);
    }

    @Test
    void whatCouldNotBeSentIsInquiredAtTheEndOfItsTid() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        accountGone();
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        Db.move(payment.id(), "check_attempts = 12");
        Worker.age(shop, payment.id(), Duration.ofMinutes(13));
        assertThat(Worker.check(payment.id())).isEqualTo("WAITING");
        assertThat(isDueAt(payment, "initiated_at + interval '16 minutes'")).isTrue();
    }

    /// A person resolved it while no inquiry was possible; its money is found by the first inquiry.
    @Test
    void moneyOfAPaymentWithoutAnInquiryIsFoundDaysLater() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        accountGone();
        Worker.age(shop, payment.id(), Duration.ofMinutes(31));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(resolveAsNotPaid(payment)).isEqualTo(201);
        Db.move(payment.id(), "canceled_at = canceled_at - interval '2 days'");
        assertThat(Worker.check(payment.id())).isEqualTo("CANCELED");
        assertThat(pause(payment)).isEqualTo(3600);
        IntegrationStub.account(shop.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        shop.republish();
        untilDue(payment);
        Worker.round();
        assertThat(Db.status(payment.id())).isEqualTo("OVERPAID");
    }

    private int resolveAsNotPaid(PendingPayment payment) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(shop.location(), "payment:resolve")
                        .sign())
                .header("Idempotency-Key", "k-" + payment.id())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", "NOT_PAID")
                        .put("evidence", "statement of the card")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id())
                .statusCode();
    }

    @Test
    void attemptsThatWereNotSentPauseTwiceAsLongEachAndAnEventOfTheLocationEndsThePause() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        accountGone();
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        for (int pause : new int[] {2, 4, 8, 16, 32}) {
            assertThat(pause(payment)).isEqualTo(pause);
            Worker.check(payment.id());
        }
        IntegrationStub.account(shop.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        shop.republish();
        untilDue(payment);
        Worker.round();
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
    }

    @Test
    void anAnswerLostAfterManyAttemptsIsInquiredAtOnce() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        accountGone();
        TestShop.visit(returnUrl);
        for (int i = 0; i < 5; i++) {
            Worker.check(payment.id());
        }
        IntegrationStub.account(shop.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_BEFORE).forOrder(payment.id()));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        assertThat(pause(payment)).isEqualTo(2);
        Worker.check(payment.id());
        assertThat(pause(payment)).isEqualTo(4);
    }

    private void accountGone() {
        IntegrationStub.forget(shop.account());
        // The credential in memory is dropped.
        shop.republish();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> shop.initiate(TestShop.booking("b-" + UUID.randomUUID()))
                                .statusCode()
                        == 502);
    }

    private void cancel(String bookingId) {
        JsonObject cancellation = new JsonObject()
                .put("cancellationId", "c-" + UUID.randomUUID())
                .put("locationId", shop.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", bookingId))
                .put("cancelledAt", java.time.Instant.now().toString())
                .put("cancelledBy", new JsonObject().put("id", "owner-1").put("role", "LOCATION_MEMBER"));
        KafkaProbe.publish("booking.events", bookingId, "booking.cancelled.v1", cancellation.encode());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Db.number("select count(*) from effective_cancellation where payable_id = ?", bookingId) == 1);
    }

    /// In whole seconds, from when it was decided: the pause itself, whatever time has passed since.
    private static long pause(PendingPayment payment) {
        return Db.number(
                "select ceil(extract(epoch from next_check_at - now()))::bigint from payment where id = ?::uuid",
                payment.id());
    }

    private static void untilDue(PendingPayment payment) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isDueAt(payment, "least(next_check_at, now())"));
    }

    /// The database counts from when it stores the change.
    private static boolean isDueAt(PendingPayment payment, String moment) {
        return Db.text(
                        "select next_check_at - (" + moment + ") between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id())
                .equals("t");
    }

    private static String reason(PendingPayment payment) {
        return Db.text("select reason from payment where id = ?::uuid", payment.id());
    }

    private static void lateInquiryIsDue(PendingPayment payment) {
        assertThat(Db.text(
                        "select next_check_at - (canceled_at + interval '30 minutes') between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
    }

    private static String tid(PendingPayment payment) {
        return Db.text("select tid from payment where id = ?::uuid", payment.id());
    }
}
