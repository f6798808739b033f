package com.coworkpay.refund.refund;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@RefundServiceTest
class AdministratorRefundTest {

    @Test
    void severalPartialRefundsFitThePaymentsOwnSplitAndTheLastTakesTheRest() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.of("INVOICE").amounts(10001, 3333));
        refund(place, paid, form(3333, 10001)).then().statusCode(201);
        refund(place, paid, form(3334, 6668)).then().statusCode(201);
        refund(
                        place,
                        paid,
                        new JsonObject()
                                .put("balanceKrw", 3334)
                                .put("reason", "OTHER")
                                .put("note", "마지막"))
                .then()
                .statusCode(201);

        TestLocation.until(() -> TestLocation.ledger(paid).equals("10001 0"));
        assertThat(place.cancels(paid)).containsExactlyInAnyOrder(3333L, 3334L, 3334L);
        assertThat(Db.text(
                        "select sum(vat_krw) || ' ' || sum(tax_free_krw) from refund where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("606 3333");
        refund(place, paid, form(1, 0)).then().statusCode(409);
    }

    @Test
    void aStaleBalanceIsRefusedWithThePresentOne() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        refund(place, paid, form(2000, 22000)).then().statusCode(201);
        Response stale = refund(place, paid, form(2000, 22000));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.<String>path("type")).isEqualTo("urn:coworkpay:problem:balance-stale");
        assertThat(stale.<String>path("field")).isEqualTo("balanceKrw");
        assertThat(stale.<String>path("code")).isEqualTo("20000");
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isEqualTo(1);
    }

    @Test
    void theSameKeyIsTheSameRefundAndWithAnotherBodyItIsRefused() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String key = UUID.randomUUID().toString();
        String first = refund(place, paid, "minji", key, form(2000, 22000)).path("refundId");
        TestLocation.untilRefund(first, "SUCCEEDED");
        String again = refund(place, paid, "minji", key, form(2000, 22000)).path("refundId");
        assertThat(again).isEqualTo(first);
        refund(place, paid, "minji", key, form(2001, 22000)).then().statusCode(422);
        refund(place, paid, "jun", key, form(3000, 20000)).then().statusCode(201);
        TestLocation.until(() -> TestLocation.ledger(paid).equals("5000 0"));
        assertThat(place.cancels(paid)).containsExactly(2000L, 3000L);
    }

    @Test
    void aNoteIsCountedAsPeopleCount() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        refund(place, paid, form(1000, 22000).put("note", "😀".repeat(300)))
                .then()
                .statusCode(201);
        for (String bad : List.of("", " ", "\u3164", "\u200B\u00A0", "a\nb", "가".repeat(501))) {
            Response refused = refund(place, paid, form(1000, 21000).put("note", bad));
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(refused.<String>path("field")).isEqualTo("note");
        }
    }

    /// Each event carries all of them, and the size of an event is limited.
    @Test
    void aPaymentHasSoManyRefundsAndNoMore() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        Db.told(
                paid.id(),
                "insert into refund (id, payment_id, location_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason,"
                        + " requested_by, caller, idempotency_key, request_hash, failure, finished_at, failure_confirmed_at)"
                        + " select gen_random_uuid(), ?::uuid, (select location_id from paid_payment where payment_id = ?::uuid), 1,"
                        + " 'FAILED', 'ADMINISTRATOR', 1, 0, 0, 'OTHER', 'x', 'x',"
                        + " ? || n, '\\x00', 'REFUSED', now(), now() from generate_series(1, 100) n",
                paid.id(),
                paid.id(),
                paid.id());
        Response refused = refund(place, paid, form(1, 22000));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:too-many-refunds");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
    }

    /// Ten at once, each for all that is left: one gets it.
    @Test
    void manyAtOnceNeverPromiseMoreThanWasPaid() throws Exception {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        Callable<Integer> ask = () -> refund(place, paid, form(15000, 22000)).statusCode();
        try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
            List<Integer> answers = pool.invokeAll(java.util.Collections.nCopies(10, ask)).stream()
                    .map(AdministratorRefundTest::get)
                    .toList();
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
            assertThat(answers).allMatch(status -> status == 201 || status == 409);
        }
        TestLocation.until(() -> TestLocation.ledger(paid).equals("15000 0"));
        assertThat(place.cancels(paid)).containsExactly(15000L);
    }

    @Test
    void onlyWhoMayAtThisLocation() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        asking(TestIdentity.token("jisoo").sign(), place, paid, "k1", form(1, 22000))
                .then()
                .statusCode(404);
        asking(
                        TestIdentity.token("hyun")
                                .at(place.location(), "payment:read")
                                .sign(),
                        place,
                        paid,
                        "k2",
                        form(1, 22000))
                .then()
                .statusCode(403);
        asking(TestIdentity.token("mallory").at("elsewhere", "refund:create").sign(), place, paid, "k3", form(1, 22000))
                .then()
                .statusCode(404);
        String elsewhere = TestLocation.open().location();
        given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(elsewhere, "refund:create", "payment:read")
                        .sign())
                .header("Idempotency-Key", "k4")
                .contentType("application/json")
                .body(form(1, 22000).encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", elsewhere, paid.id())
                .then()
                .statusCode(404);
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isZero();
    }

    @Test
    void badInputIsNamedAndLeavesNothing() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        assertThat(refund(place, paid, form(0, 22000)).statusCode()).isEqualTo(400);
        assertThat(refund(place, paid, form(-5, 22000)).statusCode()).isEqualTo(400);
        assertThat(refund(place, paid, form(1, 22000).put("reason", "BECAUSE")).statusCode())
                .isEqualTo(400);
        assertThat(refund(place, paid, form(1, 22000).put("extra", 1)).statusCode())
                .isEqualTo(400);
        assertThat(refund(place, paid, form(22001, 22000)).statusCode()).isEqualTo(422);
        assertThat(refund(place, paid, "minji", "", form(1, 22000)).statusCode())
                .isEqualTo(400);
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
    }

    @Test
    void thePreviewAndTheDecisionAreOneRule() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        Response inTime = preview(place, paid, "payer-1", "2030-01-09T09:00:00+09:00");
        assertThat(inTime.<Boolean>path("refundable")).isTrue();
        assertThat(inTime.<Integer>path("amountKrw")).isEqualTo(22000);
        assertThat(inTime.<String>path("deadlineLocal")).isEqualTo("2030-01-09T09:00:00+09:00");
        assertThat(inTime.<String>path("explanation.ko")).contains("22,000원");
        Response late = preview(place, paid, "payer-1", "2030-01-09T09:00:01+09:00");
        assertThat(late.<String>path("reason")).isEqualTo("TOO_LATE");
        preview(place, paid, "payer-2", "2030-01-09T09:00:00+09:00").then().statusCode(404);
        given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "report:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id())
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .queryParam("when", "2030-01-09T09:00:00+09:00")
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id())
                .then()
                .statusCode(400);
        assertThat(Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id()))
                .isZero();
    }

    @Test
    void everythingCanBeReadAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, java.time.Instant.parse("2030-01-09T00:00:00Z")));
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        Response all = given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
        assertThat(all.statusCode()).as(all.asString()).isEqualTo(200);
        assertThat(all.<Integer>path("balanceKrw")).isZero();
        assertThat(all.<String>path("refunds[0].origin")).isEqualTo("CANCELLATION");
        assertThat(all.<String>path("decisions[0].evidence.policy.before")).isEqualTo("P1D");
        assertThat(all.<String>path("decisions[0].explanation.en")).contains("Refundable until");
    }

    private static Response preview(TestLocation place, TestPayment paid, String who, String at) {
        return given().auth()
                .oauth2(TestIdentity.token(who).sign())
                .queryParam("at", at)
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id());
    }

    private static JsonObject form(long amountKrw, long balanceKrw) {
        return new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "REQUESTED_BY_CUSTOMER");
    }

    private static Response refund(TestLocation place, TestPayment paid, JsonObject form) {
        return refund(place, paid, "minji", UUID.randomUUID().toString(), form);
    }

    private static Response refund(TestLocation place, TestPayment paid, String who, String key, JsonObject form) {
        return asking(
                TestIdentity.token(who)
                        .at(place.location(), "refund:create", "payment:read")
                        .sign(),
                place,
                paid,
                key,
                form);
    }

    private static Response asking(String token, TestLocation place, TestPayment paid, String key, JsonObject form) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(form.encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
