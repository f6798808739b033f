package com.coworkpay.refund.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Refunds above the location's limit, which is 100,000 won here.
@RefundServiceTest
class ApprovalTest {

    @Inject
    ExpireApprovals expireApprovals;

    @Test
    void aboveTheLimitASecondPersonApproves() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        Response asked = request(place, paid, "minji", 100_001, 150_000);
        String refund = asked.path("refundId");
        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(asked.<String>path("status")).isEqualTo("AWAITING_APPROVAL");
        assertThat(asked.<Integer>path("approval.needed")).isEqualTo(1);
        assertThat(asked.<Integer>path("approval.limitKrw")).isEqualTo(100_000);
        assertThat(asked.<Integer>path("approval.limitVersion")).isEqualTo(1);
        assertThat(Duration.between(Instant.now(), Instant.parse(asked.path("approval.expiresAt"))))
                .isBetween(Duration.ofDays(6), Duration.ofDays(7));
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 100001");
        assertThat(place.cancels(paid)).isEmpty();
        assertThat(TestLocation.event(paid, "approval_requested")
                        .data()
                        .path("refunds")
                        .get(0)
                        .path("approval")
                        .path("needed")
                        .asInt())
                .isEqualTo(1);
        assertThat(TestLocation.notice(paid, "refund_awaits_approval")
                        .data()
                        .path("status")
                        .asText())
                .isEqualTo("AWAITING_APPROVAL");

        Response approved = answer(place, paid, refund, "jun", approval(100_001));
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        assertThat(approved.<String>path("approval.answers[0].by")).isEqualTo("jun");
        assertThat(approved.<String>path("approval.answers[0].note")).isEqualTo("확인했습니다");
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(100_001L);
        assertThat(TestLocation.event(paid, "approved").data().path("paymentId").asText())
                .isEqualTo(paid.id());
        assertThat(TestLocation.notice(paid, "refund_approved")
                        .data()
                        .path("refundId")
                        .asText())
                .isEqualTo(refund);

        Response again = answer(place, paid, refund, "jun", approval(100_001));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(problem(answer(place, paid, refund, "sora", approval(100_001)), 409))
                .isEqualTo("not-awaiting-approval");
        assertThat(place.cancels(paid)).hasSize(1);
    }

    @Test
    void upToTheLimitNobodyIsNeededAndSmallOnesAddUp() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String first = request(place, paid, "minji", 60_000, 150_000).path("refundId");
        TestLocation.untilRefund(first, "SUCCEEDED");
        String second = request(place, paid, "minji", 40_000, 90_000).path("refundId");
        TestLocation.untilRefund(second, "SUCCEEDED");
        Response third = request(place, paid, "minji", 1, 50_000);
        assertThat(third.<String>path("status")).isEqualTo("AWAITING_APPROVAL");
        assertThat(place.cancels(paid)).containsExactly(60_000L, 40_000L);
    }

    @Test
    void nobodyApprovesWhatConcernsThem() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        for (String concerned : List.of("minji", "payer-1")) {
            assertThat(problem(answer(place, paid, refund, concerned, approval(150_000)), 403))
                    .isEqualTo("approver-concerned");
        }
        assertThat(problem(answer(place, paid, refund, "jun", approval(149_999)), 409))
                .isEqualTo("approval-amount-stale");
        given().auth()
                .oauth2(TestIdentity.token("jun")
                        .at(place.location(), "refund:create")
                        .sign())
                .contentType("application/json")
                .body(approval(150_000).encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/approval", place.location(), paid.id(), refund)
                .then()
                .statusCode(403);
        assertThat(Db.status(refund)).isEqualTo("AWAITING_APPROVAL");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 150000");
    }

    @Test
    void aDeclinedOneHasFailedAndItsAmountCanBeAskedForAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        Response noNote = answer(place, paid, refund, "jun", declined(150_000).putNull("note"));
        assertThat(noNote.statusCode()).isEqualTo(400);
        assertThat(noNote.<String>path("field")).isEqualTo("note");
        Response declined = answer(place, paid, refund, "jun", declined(150_000));
        assertThat(declined.<String>path("status")).isEqualTo("FAILED");
        assertThat(declined.<String>path("failure")).isEqualTo("APPROVAL_DECLINED");
        assertThat(declined.<String>path("explanation.ko")).contains("승인하지 않았습니다");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("reason")
                        .asText())
                .isEqualTo("APPROVAL_DECLINED");
        assertThat(problem(answer(place, paid, refund, "sora", approval(150_000)), 409))
                .isEqualTo("not-awaiting-approval");
        assertThat(request(place, paid, "minji", 90_000, 150_000).<String>path("status"))
                .isNotEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void theOneWhoAskedTakesItBackAndNobodyElse() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        assertThat(problem(withdraw(place, paid, refund, "jun"), 403)).isEqualTo("not-your-request");
        assertThat(withdraw(place, paid, refund, "minji").<String>path("failure"))
                .isEqualTo("WITHDRAWN");
        assertThat(withdraw(place, paid, refund, "minji").statusCode()).isEqualTo(200);
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        assertThat(place.cancels(paid)).isEmpty();
    }

    @Test
    void oneThatNobodyApprovesInTimeHasFailed() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        expireApprovals.expire().await().atMost(Duration.ofSeconds(10));
        assertThat(Db.status(refund)).isEqualTo("AWAITING_APPROVAL");
        Db.move(refund, "next_check_at = now()");
        expireApprovals.expire().await().atMost(Duration.ofSeconds(10));
        assertThat(Db.status(refund)).isEqualTo("FAILED");
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("reason")
                        .asText())
                .isEqualTo("APPROVAL_EXPIRED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
    }

    /// An administrator cancelled and chose the amount: that is asking. The booking system's id of a person proves
    /// nothing, so two others approve.
    @Test
    void anAdministratorsCancellationNeedsTwoOthers() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        place.cancel(place.cancellation(paid, Instant.now())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", "AMOUNT").put("amountKrw", 120_000)));
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND ADMINISTRATORS_CHOICE 120000");
        String refund = TestLocation.refundId(paid);
        assertThat(Db.status(refund)).isEqualTo("AWAITING_APPROVAL");
        assertThat(Db.text(
                        "select evidence -> 'approval' ->> 'limitKrw' from decision where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo("100000");
        assertThat(problem(answer(place, paid, refund, "host-1", approval(120_000)), 403))
                .isEqualTo("approver-concerned");
        Response first = answer(place, paid, refund, "jun", approval(120_000));
        assertThat(first.<String>path("status")).isEqualTo("AWAITING_APPROVAL");
        assertThat(first.<Integer>path("approval.given")).isEqualTo(1);
        assertThat(answer(place, paid, refund, "jun", approval(120_000)).<Integer>path("approval.given"))
                .isEqualTo(1);
        assertThat(place.cancels(paid)).isEmpty();
        answer(place, paid, refund, "sora", approval(120_000)).then().statusCode(200);
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(120_000L);
    }

    /// What the policy gives back needs nobody, however much it is.
    @Test
    void aRefundByPolicyNeedsNobody() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        place.cancel(place.cancellation(paid, Instant.now()));
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(150_000L);
    }

    /// Declined: the same cancellation does not ask again; another one may.
    @Test
    void aDeclinedCancellationDoesNotAskAgain() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        JsonObject cancellation = place.cancellation(paid, Instant.now())
                .put("cancelledBy", new JsonObject().put("id", "host-1").put("role", "ADMIN"))
                .put("choice", new JsonObject().put("refund", "FULL"));
        place.cancel(cancellation);
        TestLocation.decision(paid);
        String refund = TestLocation.refundId(paid);
        answer(place, paid, refund, "jun", declined(150_000)).then().statusCode(200);
        place.cancel(cancellation);
        place.fence(paid);
        assertThat(Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()))
                .isEqualTo(1);
        place.cancel(place.cancellation(paid, Instant.now()));
        TestLocation.until(() -> Db.number("select count(*) from refund where payment_id = ?::uuid", paid.id()) == 2);
    }

    /// Of ten answers at once, one counts; the money goes back once.
    @Test
    void manyAnswersAtOnceAreOne() throws Exception {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        List<Callable<Integer>> answers = IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(n ->
                        () -> answer(place, paid, refund, "p" + n, n % 2 == 0 ? approval(150_000) : declined(150_000))
                                .statusCode())
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
            assertThat(pool.invokeAll(answers).stream().map(ApprovalTest::get).filter(status -> status == 200))
                    .hasSize(1);
        }
        TestLocation.until(() -> List.of("SUCCEEDED", "FAILED").contains(Db.status(refund)));
        assertThat(place.cancels(paid)).hasSize(Db.status(refund).equals("SUCCEEDED") ? 1 : 0);
    }

    /// A double click, at two processes.
    @Test
    void theSameAnswerManyTimesAtOnceIsAccepted() throws Exception {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        Callable<Integer> approved =
                () -> answer(place, paid, refund, "jun", approval(150_000)).statusCode();
        try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
            assertThat(pool.invokeAll(Collections.nCopies(10, approved)).stream()
                            .map(ApprovalTest::get))
                    .containsOnly(200);
        }
        TestLocation.untilRefund(refund, "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(150_000L);
        assertThat(Db.number("select jsonb_array_length(approval -> 'answers') from refund where id = ?::uuid", refund))
                .isEqualTo(1);
    }

    /// Whatever the code does: nothing is sent without the approvals that it needs, and answers stay.
    @Test
    void theDatabaseRefusesWhatNobodyApproved() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().amounts(150_000, 0));
        String refund = request(place, paid, "minji", 150_000, 150_000).path("refundId");
        String requested = "status = 'REQUESTED', version = version + 1";
        assertThatThrownBy(() -> Db.moveTold(refund, requested)).hasStackTraceContaining("refund_approved");
        assertThatThrownBy(() -> Db.moveTold(refund, requested + ", approval = " + answered("minji")))
                .hasStackTraceContaining("refund_approved");
        assertThatThrownBy(() -> Db.moveTold(refund, requested + ", approval = null"))
                .hasStackTraceContaining("is only ever added to");
        assertThatThrownBy(() -> Db.moveTold(refund, "approval = jsonb_set(approval, '{needed}', '0')"))
                .hasStackTraceContaining("is only ever added to");
        Db.moveTold(refund, "approval = " + answered("jun"));
        assertThatThrownBy(() -> Db.moveTold(refund, "approval = jsonb_set(approval, '{answers}', '[]')"))
                .hasStackTraceContaining("is only ever added to");
        assertThatThrownBy(() -> Db.move(refund, "approval = " + answered("sora")))
                .hasStackTraceContaining("changes without an event");
    }

    private static String answered(String by) {
        return "jsonb_set(approval, '{answers}', approval -> 'answers' || '[{\"kind\": \"APPROVED\", \"by\": \"" + by
                + "\", \"at\": \"2026-12-01T00:00:00Z\"}]')";
    }

    private static JsonObject approval(long amountKrw) {
        return new JsonObject()
                .put("answer", "APPROVED")
                .put("amountKrw", amountKrw)
                .put("note", "확인했습니다");
    }

    private static JsonObject declined(long amountKrw) {
        return approval(amountKrw).put("answer", "DECLINED");
    }

    private static Response request(TestLocation place, TestPayment paid, String who, long amountKrw, long balanceKrw) {
        return given().auth()
                .oauth2(TestIdentity.token(who)
                        .at(place.location(), "refund:create")
                        .sign())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", balanceKrw)
                        .put("reason", "REQUESTED_BY_CUSTOMER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
    }

    private static Response answer(TestLocation place, TestPayment paid, String refund, String who, JsonObject body) {
        return given().auth()
                .oauth2(TestIdentity.token(who)
                        .at(place.location(), "refund:approve")
                        .sign())
                .contentType("application/json")
                .body(body.encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/approval", place.location(), paid.id(), refund);
    }

    private static Response withdraw(TestLocation place, TestPayment paid, String refund, String who) {
        return given().auth()
                .oauth2(TestIdentity.token(who)
                        .at(place.location(), "refund:create")
                        .sign())
                .contentType("application/json")
                .body("{}")
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/withdrawal", place.location(), paid.id(), refund);
    }

    private static String problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        String type = response.path("type");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
