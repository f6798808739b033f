package com.coworkpay.refund.comparison;

import static com.coworkpay.refund.comparison.Comparisons.compare;
import static com.coworkpay.refund.comparison.Comparisons.compareAgain;
import static com.coworkpay.refund.comparison.Comparisons.due;
import static com.coworkpay.refund.comparison.Comparisons.outside;
import static com.coworkpay.refund.comparison.Comparisons.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.IntegrationStub;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One payment is compared with KakaoPay: a cancel in its dashboard is found without a refund of ours.
@RefundServiceTest
class ComparePaymentTest {

    @Inject
    ComparisonWorker worker;

    @Inject
    ComparisonMetrics metrics;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void fresh() {
        Comparisons.freshQuota();
    }

    @AfterEach
    void asDocumented() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.DOCUMENTED);
    }

    @Test
    void aDashboardCancelIsFoundWhenThePaymentIsDue() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        assertThat(Db.text(
                        "select next_compare_at = approved_at + interval '1 hour' from payment_comparison"
                                + " join paid_payment using (payment_id) where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("t");
        outside(paid, 5000);
        due(paid, 0);
        round();
        assertThat(TestLocation.ledger(paid)).isEqualTo("5000 0");
        ReceivedEvent event = TestLocation.event(paid, "recorded_outside");
        assertThat(event.data().path("refunds").findValuesAsText("origin")).containsExactly("OUTSIDE");
        assertThat(event.data().path("balanceKrw").asLong()).isEqualTo(17000);
        assertThat(TestLocation.notice(paid, "refunded").data().path("origin").asText())
                .isEqualTo("OUTSIDE");
        assertThat(stored(paid)).isEqualTo("RECORDED 5000 0 -");
        assertThat(Db.text(
                        "select next_compare_at > now() from payment_comparison where payment_id = ?::uuid", paid.id()))
                .isEqualTo("t");
        // Once, however often it is compared.
        due(paid, 0);
        round();
        assertThat(stored(paid)).isEqualTo("MATCHING 0 0 -");
        assertThat(TestLocation.ledger(paid)).isEqualTo("5000 0");
        assertThat(refunds(paid)).isEqualTo(1);
    }

    @Test
    void onRequestItIsComparedAtOnce() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 22000);
        compare(place, paid)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("RECORDED"))
                .body("outsideKrw", equalTo(22000))
                .body("balanceKrw", equalTo(0))
                .header("Cache-Control", equalTo("no-store"));
        compare(place, paid)
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("5"))
                .body("type", containsString("compared-just-now"));
        compareAgain(place, paid).then().statusCode(200).body("outcome", equalTo("MATCHING"));
        assertThat(refunds(paid)).isEqualTo(1);
        assertThat(Comparisons.used()).isEqualTo(2);
    }

    @Test
    void anotherLocationsPaymentIsNotThere() {
        TestPayment paid = TestLocation.open().pay();
        compare(TestLocation.open(), paid).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("jun")
                        .at("elsewhere", "payment:read")
                        .sign())
                .post("/v1/locations/{l}/payments/{p}/comparisons", "loc-x", paid.id())
                .then()
                .statusCode(404);
        assertThat(Comparisons.inquiries(paid)).isZero();
    }

    /// Actions without amount and payload: the balance says how much.
    @Test
    void theRecordedShapeIsUnderstood() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 4000);
        outside(paid, 3000);
        compare(place, paid).then().body("outcome", equalTo("RECORDED")).body("outsideKrw", equalTo(7000));
        assertThat(TestLocation.ledger(paid)).isEqualTo("7000 0");
    }

    /// What one cancel stands for in the ledger, KakaoPay has otherwise: nothing is guessed.
    @Test
    void whatIsNotExplainedGoesToAPersonAndIsComparedAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        compare(place, paid).then().body("outcome", equalTo("RECORDED"));
        Db.told(paid.id(), "update refund set amount_krw = 3000, vat_krw = 0 where payment_id = ?::uuid", paid.id());
        Db.told(
                paid.id(),
                "update paid_payment set refunded_krw = 3000, refunded_vat_krw = 0 where payment_id = ?::uuid",
                paid.id());
        compareAgain(place, paid)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNEXPLAINED"))
                .body("missingKrw", equalTo(2000))
                .body("answer", equalTo("LOWER_BALANCE"));
        assertThat(TestLocation.ledger(paid)).isEqualTo("3000 0");
        Db.update(
                "update payment_comparison set unexplained_since = now() - interval '16 minutes' where payment_id = ?::uuid",
                paid.id());
        metrics.measure().await().atMost(Duration.ofSeconds(10));
        assertThat(meters.get("coworkpay.comparisons.unexplained").gauge().value())
                .isPositive();
        JsonObject listed = new JsonObject(Comparisons.person(place)
                .get("/v1/locations/{l}/comparisons/unexplained", place.location())
                .asString());
        assertThat(listed.getJsonArray("payments").getJsonObject(0).getString("paymentId"))
                .isEqualTo(paid.id());
        // It is put right, and found so by the next comparison.
        Db.told(
                paid.id(),
                "update paid_payment set refunded_krw = 5000, refunded_vat_krw = 0 where payment_id = ?::uuid",
                paid.id());
        due(paid, 0);
        round();
        assertThat(stored(paid)).startsWith("MATCHING");
        assertThat(Db.text(
                        "select unexplained_since is null from payment_comparison where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("t");
    }

    @Test
    void anAnswerForSomethingElseIsNotBelieved() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.WRONG_AMOUNT).forTid(paid.tid()));
        compare(place, paid).then().body("outcome", equalTo("UNEXPLAINED")).body("answer", equalTo("MISMATCH"));
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        compareAgain(place, paid).then().body("outcome", equalTo("MATCHING"));
    }

    /// Settlement knows what it sent; a comparison does not.
    @Test
    void aPaymentWithAnUnsettledRefundIsLeftToSettlement() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER).forTid(paid.tid()));
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:00:00Z")));
        TestLocation.untilRefund(TestLocation.refundId(paid), "UNKNOWN");
        compare(place, paid).then().statusCode(200).body("outcome", equalTo("REFUND_UNDER_WAY"));
        due(paid, 0);
        round();
        assertThat(Comparisons.inquiries(paid)).isZero();
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 22000");
    }

    /// A cancel of ours takes effect while KakaoPay is asked, and its answer has not arrived. The list has no payloads.
    @Test
    void aRefundThatBeginsMeanwhileIsNotTakenForAnOutsideOne() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        long cancel = place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.HOLD_AFTER_EFFECT).forTid(paid.tid()));
        long order = place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.HOLD_BEFORE_EFFECT).forTid(paid.tid()));
        CompletableFuture<Response> comparison = CompletableFuture.supplyAsync(() -> compare(place, paid));
        TestLocation.until(() -> place.kakaoPay().holding(order));
        Comparisons.refund(place, paid, 5000);
        TestLocation.until(() -> place.kakaoPay().holding(cancel));
        place.kakaoPay().release(order);
        comparison.join().then().statusCode(200).body("outcome", equalTo("REFUND_UNDER_WAY"));
        place.kakaoPay().release(cancel);
        assertThat(TestLocation.ledger(paid)).isIn("0 5000", "5000 0");
        assertThat(refunds(paid)).isEqualTo(1);
    }

    @Test
    void whatIsLeftIsRefundedByALaterCancellation() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        outside(paid, 5000);
        compare(place, paid).then().body("outcome", equalTo("RECORDED"));
        place.cancel(place.cancellation(paid, Instant.parse("2030-01-09T00:00:00Z")));
        TestLocation.until(() -> TestLocation.ledger(paid).equals("22000 0"));
        assertThat(place.cancels(paid)).containsExactly(5000L, 17000L);
    }

    @Test
    void whereKakaoPayDoesNotAnswerTheAccountIsLeftAloneForAWhile() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        TestPayment other = place.pay();
        place.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(paid.tid()));
        due(paid, 0);
        round();
        assertThat(stored(paid)).isEqualTo("NO_ANSWER 0 0 SERVER_ERROR");
        due(paid, 0);
        due(other, 0);
        round();
        assertThat(Comparisons.inquiries(paid)).isEqualTo(1);
        assertThat(Comparisons.inquiries(other)).isZero();
        Db.update("update comparison_pause set until = now()");
        round();
        assertThat(stored(paid)).startsWith("MATCHING");
        assertThat(stored(other)).startsWith("MATCHING");
        assertThat(pauses(place)).as("it answered").isZero();
    }

    /// One that is gone does not use up the quota: pauses double.
    @Test
    void anAccountThatIsGoneIsLeftAloneForLonger() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        IntegrationStub.forget(place.account());
        for (int minutes : new int[] {10, 20, 40}) {
            due(paid, 0);
            round();
            assertThat(Db.number(
                            "select round(extract(epoch from until - now()) / 60) from comparison_pause"
                                    + " where merchant_account_id = ?",
                            place.account()))
                    .isBetween(minutes - 1L, (long) minutes);
            Db.update("update comparison_pause set until = now()");
        }
    }

    /// It is no fault of the account, and no reason to ask every ten minutes.
    @Test
    void aPaymentThatKakaoPayDoesNotKnowIsComparedAtItsNextAge() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).forTid(paid.tid()));
        due(paid, 0);
        round();
        assertThat(stored(paid)).startsWith("NO_ANSWER 0 0 ");
        assertThat(pauses(place)).isZero();
        assertThat(Db.text(
                        "select next_compare_at > now() + interval '50 minutes' from payment_comparison"
                                + " where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("t");
    }

    @Test
    void whereKakaoPaysQuotaIsUsedUpTheAccountIsLeftAloneUntilMidnightInKorea() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE)
                        .httpStatus(429)
                        .forTid(paid.tid()));
        due(paid, 0);
        round();
        assertThat(stored(paid)).isEqualTo("NO_ANSWER 0 0 QUOTA_EXCEEDED");
        assertThat(Db.text(
                        "select to_char(until at time zone 'Asia/Seoul', 'HH24:MI:SS') || ' '"
                                + " || (until between now() and now() + interval '1 day') from comparison_pause"
                                + " where merchant_account_id = ?",
                        place.account()))
                .isEqualTo("00:00:00 true");
    }

    @Test
    void withoutACredentialNothingIsFoundOut() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        IntegrationStub.forget(place.account());
        compare(place, paid)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_ANSWER"))
                .body("answer", notNullValue());
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
    }

    @Test
    void theRefusalIsInKoreanToo() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        Comparisons.quota(5000);
        Response refused = Comparisons.person(place)
                .header("Accept-Language", "ko")
                .post("/v1/locations/{l}/payments/{p}/comparisons", place.location(), paid.id());
        refused.then().statusCode(429).body("title", equalTo("오늘의 대조 횟수를 모두 사용했습니다"));
        assertThat(Long.parseLong(refused.getHeader("Retry-After"))).isBetween(1L, 86400L);
        assertThat(Comparisons.inquiries(paid)).isZero();
    }

    @Test
    void anUnknownPaymentIsNotFound() {
        TestLocation place = TestLocation.open();
        Comparisons.person(place)
                .post("/v1/locations/{l}/payments/{p}/comparisons", place.location(), UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static long pauses(TestLocation place) {
        return Db.number("select count(*) from comparison_pause where merchant_account_id = ?", place.account());
    }

    private static long refunds(TestPayment paid) {
        return Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id());
    }

    private void round() {
        worker.round().await().atMost(Duration.ofSeconds(30));
    }
}
