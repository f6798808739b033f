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
import com.coworkpay.payment.support.Shop;
import com.coworkpay.payment.support.Shop.Begun;
import com.coworkpay.payment.support.Worker;
import com.coworkpay.payment.support.World;
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

    private final Shop shop = Shop.open();

    /// A payer whose token KakaoPay refused, and who then walked away.
    private Begun refusedOnceAndLeft() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -708).forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        return payment;
    }

    @ParameterizedTest
    @ValueSource(ints = {-721, -723})
    void aWaitingPaymentThatOrderDoesNotKnowEndsWhenItsTidIsDead(int code) {
        Begun payment = refusedOnceAndLeft();
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, code).times(50).forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(15).plusSeconds(10));
        assertThat(Worker.look(payment.id())).isEqualTo("WAITING");
        Worker.age(shop, payment.id(), Duration.ofMinutes(2));
        assertThat(Worker.look(payment.id())).isEqualTo("CANCELED");
        assertThat(reason(payment)).isEqualTo("EXPIRED");
        lateLookIsDue(payment);
    }

    @Test
    void aWaitingPaymentWhoseOrderDoesNotFitEndsWhenItsTidIsDead() {
        Begun payment = refusedOnceAndLeft();
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT)
                        .times(50)
                        .forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.look(payment.id())).isEqualTo("CANCELED");
        lateLookIsDue(payment);
    }

    @Test
    void aWaitingPaymentEndsThoughItsAccountIsGone() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        accountGone();
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        Worker.age(shop, payment.id(), Duration.ofMinutes(17));
        assertThat(Worker.look(payment.id())).isEqualTo("CANCELED");
        lateLookIsDue(payment);
        KafkaProbe.awaitEvent(
                "booking.notices",
                event -> "coworkpay.notice.payment_canceled.v1".equals(event.type())
                        && event.data().path("noticeFor").asText().equals(payment.id()));
    }

    @Test
    void moneyOfAWaitingPaymentIsSurplusAndTheBookingSystemHearsOnceThatItIsOver() {
        Begun payment = shop.begin();
        Shop.visit(shop.pay(payment));
        // As if our approve had never been heard of, and somebody else had approved.
        Db.update("alter table payment disable trigger payment_moves");
        Db.move(
                payment.id(),
                "status = 'WAITING', version = version + 1, approved_at = null, approve_sent_at = null, due_at = now()");
        Db.update("alter table payment enable trigger payment_moves");
        assertThat(Worker.look(payment.id())).isEqualTo("SURPLUS");
        assertThat(Worker.look(payment.id())).isEqualTo("SURPLUS");
        assertThat(Db.number(
                        "select count(*) from outbox where type = 'coworkpay.notice.payment_canceled.v1'"
                                + " and payload ->> 'noticeFor' = ? and payload ->> 'status' = 'CANCELED'",
                        payment.id()))
                .isEqualTo(1);
    }

    @Test
    void aRefusalThatMayBeATimeOutIsLookedAtAfterMinutes() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.code(Endpoint.APPROVE, -780, "0010").afterEffect().forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("FAILED");
        assertThat(Db.text(
                        "select due_at = failed_at + interval '3 minutes' from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
        assertThat(Worker.look(payment.id())).isEqualTo("SURPLUS");
    }

    @Test
    void aCanceledPayableIsNotChargedByARepeat() {
        String bookingId = "b-" + UUID.randomUUID();
        Begun payment = shop.begin(bookingId);
        String wayBack = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PROCESSING");
        cancel(bookingId);
        assertThat(Worker.look(payment.id())).as("the approve may be under way").isEqualTo("UNKNOWN");
        Worker.quiet(payment.id());
        assertThat(Worker.look(payment.id())).isEqualTo("CANCELED");
        assertThat(reason(payment)).isEqualTo("PAYABLE_CANCELED");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        assertThat(shop.kakaoPay().ledger(payment.id(), EffectKind.APPROVE)).isEmpty();
        lateLookIsDue(payment);
    }

    @Test
    void aRefusalWhoseAnswerWasLostEndsAfterTheQuietTime() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, "0010").forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("FAILED");
        // As if its answer had been lost.
        Db.update("alter table payment disable trigger payment_moves");
        Db.move(payment.id(), "status = 'UNKNOWN', version = version + 1, failed_at = null, unsettled_since = now()");
        Db.update("alter table payment enable trigger payment_moves");
        assertThat(Worker.look(payment.id())).isEqualTo("UNKNOWN");
        assertThat(pause(payment)).as("no longer than the quiet time").isLessThanOrEqualTo(30);
        Worker.quiet(payment.id());
        assertThat(Worker.look(payment.id())).isEqualTo("FAILED");
        assertThat(Db.text(
                        "select due_at = failed_at + interval '3 minutes' from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
    }

    /// Not a pause later.
    @Test
    void aLookComesAtTheEndOfTheQuietTimeAndOfTheTid() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PROCESSING");
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(50).forTid(tid(payment)));
        Db.move(payment.id(), "looks = 12");
        Worker.look(payment.id());
        assertThat(isDueAt(payment, "approve_sent_at + interval '30 seconds'")).isTrue();
        Worker.age(shop, payment.id(), Duration.ofMinutes(13));
        Worker.look(payment.id());
        assertThat(isDueAt(payment, "initiated_at + interval '16 minutes'")).isTrue();
        Worker.age(shop, payment.id(), Duration.ofMinutes(4));
        Worker.look(payment.id());
        assertThat(pause(payment)).isEqualTo(300);
    }

    @Test
    void whatCouldNotBeSentIsLookedAtAtTheEndOfItsTid() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        accountGone();
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        Db.move(payment.id(), "looks = 12");
        Worker.age(shop, payment.id(), Duration.ofMinutes(13));
        assertThat(Worker.look(payment.id())).isEqualTo("WAITING");
        assertThat(isDueAt(payment, "initiated_at + interval '16 minutes'")).isTrue();
    }

    /// A person ended it while nobody could ask KakaoPay; its money is found when somebody can.
    @Test
    void moneyOfAPaymentThatNobodyCouldAskAboutIsFoundDaysLater() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PROCESSING");
        accountGone();
        Worker.age(shop, payment.id(), Duration.ofMinutes(31));
        assertThat(Worker.look(payment.id())).isEqualTo("UNKNOWN");
        assertThat(resolveAsNotPaid(payment)).isEqualTo(201);
        Db.move(payment.id(), "canceled_at = canceled_at - interval '2 days'");
        assertThat(Worker.look(payment.id())).isEqualTo("CANCELED");
        assertThat(pause(payment)).isEqualTo(3600);
        IntegrationStub.account(shop.account(), World.CID, "SECRET_KEY", World.KEY, 1);
        shop.news();
        untilDue(payment);
        Worker.round();
        assertThat(Db.status(payment.id())).isEqualTo("SURPLUS");
    }

    private int resolveAsNotPaid(Begun payment) {
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
    void triesThatWereNotSentPauseTwiceAsLongEachAndNewsOfTheLocationEndThePause() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        accountGone();
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        for (int pause : new int[] {2, 4, 8, 16, 32}) {
            assertThat(pause(payment)).isEqualTo(pause);
            Worker.look(payment.id());
        }
        IntegrationStub.account(shop.account(), World.CID, "SECRET_KEY", World.KEY, 1);
        shop.news();
        untilDue(payment);
        Worker.round();
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
    }

    @Test
    void anAnswerLostAfterManyTriesIsLookedUpAtOnce() {
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        accountGone();
        Shop.visit(wayBack);
        for (int i = 0; i < 5; i++) {
            Worker.look(payment.id());
        }
        IntegrationStub.account(shop.account(), World.CID, "SECRET_KEY", World.KEY, 1);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_BEFORE).forOrder(payment.id()));
        assertThat(Worker.look(payment.id())).isEqualTo("UNKNOWN");
        assertThat(pause(payment)).isEqualTo(2);
        Worker.look(payment.id());
        assertThat(pause(payment)).isEqualTo(4);
    }

    private void accountGone() {
        IntegrationStub.forget(shop.account());
        // What is in memory serves no more, here and in the worker.
        shop.news();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        shop.initiate(Shop.booking("b-" + UUID.randomUUID())).statusCode() == 502);
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
                        Db.number("select count(*) from payable_cancellation where payable_id = ?", bookingId) == 1);
    }

    /// In whole seconds, from when it was decided: the pause itself, whatever time has passed since.
    private static long pause(Begun payment) {
        return Db.number(
                "select ceil(extract(epoch from due_at - now()))::bigint from payment where id = ?::uuid",
                payment.id());
    }

    private static void untilDue(Begun payment) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isDueAt(payment, "least(due_at, now())"));
    }

    private static boolean isDueAt(Begun payment, String moment) {
        return Db.text("select due_at = " + moment + " from payment where id = ?::uuid", payment.id())
                .equals("t");
    }

    private static String reason(Begun payment) {
        return Db.text("select reason from payment where id = ?::uuid", payment.id());
    }

    private static void lateLookIsDue(Begun payment) {
        assertThat(Db.text(
                        "select due_at = canceled_at + interval '30 minutes' from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
    }

    private static String tid(Begun payment) {
        return Db.text("select tid from payment where id = ?::uuid", payment.id());
    }
}
