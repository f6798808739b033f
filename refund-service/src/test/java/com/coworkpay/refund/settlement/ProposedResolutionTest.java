package com.coworkpay.refund.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Resolutions above the location's limit, which is 100,000 won here.
@RefundServiceTest
class ProposedResolutionTest {

    @Test
    void aboveTheLimitItIsMadeWhenAnotherPersonApproves() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        Response proposed = resolve(place, paid, refund, "k1");
        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(202);
        assertThat(proposed.<Integer>path("limitKrw")).isEqualTo(100_000);
        assertThat(proposed.<Object>path("ending")).isNull();
        assertThat(elsewhere(paid)).isEqualTo("0");
        assertThat(resolve(place, paid, refund, "k1").<String>path("proposedResolutionId"))
                .isEqualTo(proposed.path("proposedResolutionId"));
        assertThat(problem(resolve(place, paid, refund, "k2"))).isEqualTo("409 resolution-waits");
        assertThat(waiting(place).<String>path("resolutions[0].refundId")).isEqualTo(refund);
        assertThat(waiting(place).<String>path("resolutions[0].evidence")).isEqualTo("transfer 4711");
        assertThat(waiting(place, "?paymentId=" + paid.id()).<Integer>path("resolutions.size()"))
                .isEqualTo(1);
        assertThat(waiting(place, "?paymentId=" + refund).<Integer>path("resolutions.size()"))
                .isZero();
        assertThat(counted(place)).isEqualTo(1);

        assertThat(problem(answer(place, paid, refund, "minji", "APPROVED", "네")))
                .isEqualTo("403 approver-concerned");
        Response approved = answer(place, paid, refund, "jun", "APPROVED", "확인");
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        assertThat(approved.<String>path("ending")).isEqualTo("APPROVED");
        assertThat(elsewhere(paid)).isEqualTo("150000");
        assertThat(Db.text(
                        "select resolved_by || ' ' || approved_by || ' ' || approval_limit_krw from resolution where refund_id = ?::uuid",
                        refund))
                .isEqualTo("minji jun 100000");
        assertThat(answer(place, paid, refund, "jun", "APPROVED", "확인").statusCode())
                .isEqualTo(200);
        assertThat(problem(answer(place, paid, refund, "sora", "DECLINED", "아니요")))
                .isEqualTo("409 not-awaiting-approval");
        assertThat(waiting(place).<Integer>path("resolutions.size()")).isZero();
        assertThat(counted(place)).isZero();
        assertThat(resolve(place, paid, refund, "k1").statusCode()).isEqualTo(201);
    }

    /// One commit: what cannot end is not made.
    @Test
    void itIsMadeAndEndedTogether() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        Db.update("alter table proposed_resolution add constraint no_end check (ending is null or refund_id <> '"
                + refund + "') not valid");
        try {
            assertThat(answer(place, paid, refund, "jun", "APPROVED", "확인").statusCode())
                    .isGreaterThanOrEqualTo(400);
        } finally {
            Db.update("alter table proposed_resolution drop constraint no_end");
        }
        assertThat(elsewhere(paid)).isEqualTo("0");
        Response again = answer(place, paid, refund, "jun", "APPROVED", "확인");
        assertThat(again.<String>path("ending")).as(again.asString()).isEqualTo("APPROVED");
        assertThat(again.<String>path("endingNote")).isEqualTo("확인");
        assertThat(elsewhere(paid)).isEqualTo("150000");
    }

    /// It is declined while an order inquiry is made for its approval: it is not made.
    @Test
    void whatWasDeclinedMeanwhileIsNotMade() throws Exception {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        place.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.SLOW)
                        .delay(Duration.ofSeconds(3))
                        .forTid(paid.tid()));
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Response> approved = pool.submit(() -> answer(place, paid, refund, "jun", "APPROVED", "확인"));
            TestLocation.until(() ->
                    Db.number("select count(*) from refund where id = ?::uuid and last_checked_at is not null", refund)
                            == 1);
            answer(place, paid, refund, "sora", "DECLINED", "증빙이 다릅니다").then().statusCode(200);
            assertThat(problem(approved.get())).isEqualTo("409 not-awaiting-approval");
        }
        assertThat(elsewhere(paid)).isEqualTo("0");
        assertThat(Db.number("select count(*) from resolution where refund_id = ?::uuid", refund))
                .isZero();
    }

    @Test
    void aDeclinedOneChangesNothingAndAnotherCanBeProposed() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        Response noNote = answer(place, paid, refund, "jun", "DECLINED", null);
        assertThat(noNote.statusCode()).isEqualTo(400);
        assertThat(noNote.<String>path("field")).isEqualTo("note");
        assertThat(answer(place, paid, refund, "jun", "DECLINED", "증빙이 다릅니다").<String>path("ending"))
                .isEqualTo("DECLINED");
        assertThat(elsewhere(paid)).isEqualTo("0");
        resolve(place, paid, refund, "k2").then().statusCode(202);
        assertThat(problem(withdraw(place, paid, refund, "jun"))).isEqualTo("403 not-your-request");
        assertThat(withdraw(place, paid, refund, "minji").<String>path("ending"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void anExpiredOneIsNotApprovedAndMakesRoom() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        Db.update("update proposed_resolution set expires_at = now() where refund_id = ?::uuid", refund);
        assertThat(problem(answer(place, paid, refund, "jun", "APPROVED", "확인")))
                .isEqualTo("409 not-awaiting-approval");
        assertThat(waiting(place).<Integer>path("resolutions.size()")).isZero();
        resolve(place, paid, refund, "k2").then().statusCode(202);
        assertThat(elsewhere(paid)).isEqualTo("0");
    }

    /// KakaoPay's word of that moment counts: it waits on.
    @Test
    void oneThatIsRefusedWhenItIsApprovedWaitsOn() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        Db.move(refund, "sent_at = now(), last_checked_at = null");
        assertThat(problem(answer(place, paid, refund, "jun", "APPROVED", "확인")))
                .isEqualTo("409 resolution-too-early");
        assertThat(waiting(place).<String>path("resolutions[0].refundId")).isEqualTo(refund);
        Db.move(refund, "sent_at = now() - interval '1 minute', last_checked_at = null");
        answer(place, paid, refund, "jun", "APPROVED", "확인").then().statusCode(200);
        assertThat(elsewhere(paid)).isEqualTo("150000");
    }

    @Test
    void theDatabaseRefusesOnesOwnApprovalAndASecondEnd() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = failed(place, paid);
        resolve(place, paid, refund, "k1").then().statusCode(202);
        String end =
                "update proposed_resolution set ending = 'APPROVED', ended_at = now(), ended_by = ? where refund_id = ?::uuid";
        assertThatThrownBy(() -> Db.update(end, "minji", refund))
                .hasStackTraceContaining("proposed_resolution_by_another");
        Db.update(end, "jun", refund);
        assertThatThrownBy(() -> Db.update(end, "sora", refund)).hasStackTraceContaining("is over");
    }

    /// Refused by KakaoPay for good, and long enough ago that nothing that was sent can take effect.
    private static String failed(TestLocation place, TestPayment paid) {
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, Instant.now()));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "FAILED");
        Db.move(refund, "sent_at = sent_at - interval '31 seconds', last_checked_at = null");
        return refund;
    }

    private static String elsewhere(TestPayment paid) {
        return Db.text("select refunded_elsewhere_krw from paid_payment where payment_id = ?::uuid", paid.id());
    }

    private static Response resolve(TestLocation place, TestPayment paid, String refund, String key) {
        return given().auth()
                .oauth2(token("minji", place, "refund:resolve"))
                .header("Idempotency-Key", place.location() + key)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", "REFUNDED_ELSEWHERE")
                        .put("evidence", "transfer 4711")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/resolution", place.location(), paid.id(), refund);
    }

    private static Response answer(
            TestLocation place, TestPayment paid, String refund, String who, String answer, @Nullable String note) {
        return given().auth()
                .oauth2(token(who, place, "refund:approve"))
                .contentType("application/json")
                .body(new JsonObject().put("answer", answer).put("note", note).encode())
                .post(
                        "/v1/locations/{l}/payments/{p}/refunds/{r}/resolution/approval",
                        place.location(),
                        paid.id(),
                        refund);
    }

    private static Response withdraw(TestLocation place, TestPayment paid, String refund, String who) {
        return given().auth()
                .oauth2(token(who, place, "refund:resolve"))
                .post(
                        "/v1/locations/{l}/payments/{p}/refunds/{r}/resolution/withdrawal",
                        place.location(),
                        paid.id(),
                        refund);
    }

    private static int counted(TestLocation place) {
        return given().auth()
                .oauth2(token("jun", place, "payment:read"))
                .get("/v1/locations/" + place.location() + "/refunds/counts")
                .path("proposedResolutions");
    }

    private static Response waiting(TestLocation place) {
        return waiting(place, "");
    }

    private static Response waiting(TestLocation place, String query) {
        return given().auth()
                .oauth2(token("minji", place, "payment:read"))
                .get("/v1/locations/" + place.location() + "/refunds/proposed-resolutions" + query);
    }

    private static String token(String who, TestLocation place, String permission) {
        return TestIdentity.token(who).at(place.location(), permission).sign();
    }

    private static String problem(Response response) {
        return response.statusCode() + " " + response.<String>path("type").replace("urn:coworkpay:problem:", "");
    }
}
