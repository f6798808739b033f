package com.coworkpay.refund.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.IntegrationStub;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A person lists, inquires about and ends refunds in manual review; what KakaoPay shows wins.
@RefundServiceTest
class ReviewTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Test
    void refundsInManualReviewComeInPages() {
        TestLocation place = TestLocation.open();
        List<String> refunds = inReview(place, 3);
        Response first = manualReview(place, "?limit=2");
        assertThat(first.<List<String>>path("refunds.refund.refundId"))
                .containsExactlyElementsOf(refunds.subList(0, 2));
        assertThat(first.<String>path("refunds[0].refund.explanation.ko")).isNotBlank();
        assertThat(first.<String>path("refunds[0].refund.manualReviewReason")).isEqualTo("NOT_SENT_TOO_LONG");
        assertThat(first.<Integer>path("refunds[0].attempts")).isZero();
        assertThat(first.<String>path("refunds[0].nextCheckAt")).isNotBlank();
        String cursor = first.path("nextCursor");
        Response last = manualReview(place, "?limit=2&cursor=" + cursor);
        assertThat(last.<List<String>>path("refunds.refund.refundId")).containsExactly(refunds.get(2));
        assertThat(last.<String>path("nextCursor")).isNull();
        assertThat(manualReview(place, "?cursor=x").<String>path("type")).endsWith("invalid-cursor");
        assertThat(manualReview(TestLocation.open(), "?cursor=" + cursor).statusCode())
                .isEqualTo(400);
        assertThat(manualReview(place, "?limit=0").statusCode()).isEqualTo(400);
        assertThat(manualReview(place, "?limit=201").statusCode()).isEqualTo(400);
    }

    private static List<String> inReview(TestLocation place, int many) {
        List<String> refunds = new ArrayList<>();
        IntegrationStub.forget(place.account());
        for (int i = 0; i < many; i++) {
            TestPayment paid = place.pay();
            place.cancel(place.cancellation(paid, IN_TIME));
            String refund = TestLocation.refundId(paid);
            Db.moveTold(
                    refund,
                    "next_check_at = now() + interval '1 hour', manual_review_since = now() + interval '" + i
                            + " seconds', manual_review_reason = 'NOT_SENT_TOO_LONG'");
            refunds.add(refund);
        }
        return refunds;
    }

    /// A newer process may have written it.
    @Test
    void oneRefundThatCannotBeReadHidesNoOther() {
        TestLocation place = TestLocation.open();
        List<String> refunds = inReview(place, 3);
        Db.moveTold(refunds.get(1), "manual_review_reason = 'OF_A_LATER_RELEASE'");
        List<String> listed = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; cursor != null; pages++) {
            assertThat(pages).isLessThan(3);
            Response page = manualReview(place, "?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            listed.addAll(page.path("refunds.refund.refundId"));
            cursor = page.path("nextCursor");
        }
        assertThat(listed).containsExactly(refunds.get(0), refunds.get(2));
    }

    @Test
    void aPersonInquiresNowAndNotTooOften() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER));
        Response inquired = post(place, paid, refund, "inquiry", null, "payment:read");
        assertThat(inquired.statusCode()).as(inquired.asString()).isEqualTo(200);
        assertThat(inquired.<String>path("status")).isEqualTo("SUCCEEDED");

        TestPayment other = place.pay();
        String waiting = unknown(place, other, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        assertThat(post(place, other, waiting, "inquiry", null, "payment:read").<String>path("status"))
                .isEqualTo("UNKNOWN");
        Response again = post(place, other, waiting, "inquiry", null, "payment:read");
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.header("Retry-After")).isEqualTo("5");
        // An inquiry sends no cancel.
        assertThat(place.cancels(other)).isEmpty();
    }

    /// Each write then finds another version than it read.
    @Test
    void whereOthersAreFasterAgainAndAgainThePersonTriesLater() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER));
        String view = Db.text("select pg_get_viewdef('ledger'::regclass)").replace(";", "");
        Db.update("create or replace view ledger as select payment_id, location_id, jsonb_set(ledger::jsonb,"
                + " '{payment,version}', to_jsonb((ledger -> 'payment' ->> 'version')::bigint - 1))::json as ledger"
                + " from (" + view + ") l");
        Response inquired;
        try {
            inquired = post(place, paid, refund, "inquiry", null, "payment:read");
        } finally {
            Db.update("create or replace view ledger as " + view);
        }
        assertThat(problem(inquired)).isEqualTo("503 unavailable");
        assertThat(inquired.header("Retry-After")).isEqualTo("5");
        assertThat(Db.text("select status from refund where id = ?::uuid", refund))
                .isEqualTo("UNKNOWN");
    }

    /// A failure in manual review, of which `order` proves that nothing was refunded.
    @Test
    void theEndOfAReviewIsPublished() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().byCard());
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "FAILED");
        Db.moveTold(
                refund,
                "next_check_at = now() + interval '1 hour', manual_review_since = now(), manual_review_reason ="
                        + " 'BALANCE_DIFFERS'");
        quiet(refund);
        assertThat(post(place, paid, refund, "inquiry", null, "payment:read").statusCode())
                .isEqualTo(200);
        assertThat(Db.text(
                        "select (failure_confirmed_at is not null) || ' ' || (manual_review_since is null) from refund"
                                + " where id = ?::uuid",
                        refund))
                .isEqualTo("true true");
        JsonNode told =
                TestLocation.event(paid, "manual_review").data().path("refunds").path(0);
        assertThat(told.path("status").asText()).isEqualTo("FAILED");
        assertThat(told.path("manualReviewSince").isNull()).isTrue();
    }

    @Test
    void givingUpNeedsTheMoneyToBeThereAndTheQuietTimeToBeOver() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        assertThat(problem(resolve(place, paid, refund, "GIVEN_UP", "k1"))).isEqualTo("409 resolution-too-early");

        quiet(refund);
        place.kakaoPay().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(paid.tid()));
        assertThat(problem(resolve(place, paid, refund, "GIVEN_UP", "k1"))).isEqualTo("409 resolution-not-confirmed");

        quiet(refund);
        Response resolved = resolve(place, paid, refund, "GIVEN_UP", "k1");
        assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(201);
        assertThat(resolved.<String>path("orderAnswer")).isEqualTo("NOT_THERE");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        assertThat(Db.text(
                        "select status || ' ' || failure || ' ' || (failure_confirmed_at is not null) from refund"
                                + " where id = ?::uuid",
                        refund))
                .isEqualTo("FAILED GIVEN_UP true");
        assertThat(TestLocation.event(paid, "resolved")
                        .data()
                        .path("balanceKrw")
                        .asLong())
                .isEqualTo(22000);
        assertThat(TestLocation.notice(paid, "refund_failed")
                        .data()
                        .path("reason")
                        .asText())
                .isEqualTo("GIVEN_UP");
        assertThat(place.cancels(paid)).isEmpty();
        // The same key is the same resolution, with another body it is refused.
        assertThat(resolve(place, paid, refund, "GIVEN_UP", "k1").<String>path("resolutionId"))
                .isEqualTo(resolved.<String>path("resolutionId"));
        assertThat(problem(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k1")))
                .isEqualTo("422 idempotency-key-reused");
        assertThat(problem(resolve(place, paid, refund, "GIVEN_UP", "k2"))).isEqualTo("409 nothing-to-resolve");
        assertThatThrownBy(() -> Db.update("update resolution set evidence = 'x' where refund_id = ?::uuid", refund))
                .hasStackTraceContaining("a resolution is never changed");
    }

    /// What it shows is recorded instead.
    @Test
    void whatKakaoPayShowsWins() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER));
        quiet(refund);
        assertThat(problem(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k3")))
                .isEqualTo("409 resolution-contradicted");
        assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(Db.number("select count(*) from resolution where refund_id = ?::uuid", refund))
                .isZero();
    }

    @Test
    void refundedElsewhereLowersWhatCanBeRefundedAndIsNoRefundOfKakaoPay() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(paid.tid()));
        String refund = request(place, paid, 10000);
        TestLocation.untilRefund(refund, "FAILED");
        quiet(refund);
        assertThat(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k4").statusCode())
                .isEqualTo(201);
        assertThat(elsewhere(paid)).isEqualTo("10000");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
        assertThat(TestLocation.event(paid, "resolved")
                        .data()
                        .path("refundedElsewhereKrw")
                        .asLong())
                .isEqualTo(10000);
        Response ledger = given().auth()
                .oauth2(token(place, "payment:read"))
                .get("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id());
        assertThat(ledger.<Integer>path("balanceKrw")).isEqualTo(12000);
        assertThat(ledger.<Integer>path("refundedElsewhereKrw")).isEqualTo(10000);
        assertThat(problem(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k5")))
                .isEqualTo("409 nothing-to-resolve");
        assertThatThrownBy(() -> Db.update(
                        "update paid_payment set refunded_elsewhere_krw = 22001 where payment_id = ?::uuid", paid.id()))
                .hasStackTraceContaining("ledger_total");
    }

    /// KakaoPay refunded it after all: the amount refunded elsewhere is reduced, and the refund goes to manual review.
    @Test
    void aLateSuccessAfterRefundedElsewhereIsRecordedAndEscalated() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        IntegrationStub.forget(place.account());
        String refund = request(place, paid, 22000);
        TestLocation.until(() -> Db.text("select last_answer from refund where id = ?::uuid", refund)
                .startsWith("NOT_SENT"));
        Db.move(
                refund,
                "status = 'IN_FLIGHT', version = version + 1, cancel_attempts = 1, sent_at = now() - interval '1 minute',"
                        + " available_krw = 22000, unsettled_since = now() - interval '1 minute',"
                        + " next_check_at = now() + interval '1 hour'");
        Db.moveTold(
                refund,
                "status = 'FAILED', version = version + 1, failure = 'REFUSED', finished_at = now(),"
                        + " next_check_at = now() + interval '1 hour'");
        Db.told(
                paid.id(),
                "update paid_payment set reserved_krw = 0, reserved_vat_krw = 0 where payment_id = ?::uuid",
                paid.id());
        // The account is gone, so that KakaoPay can say nothing; the person's evidence stands.
        assertThat(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k6").statusCode())
                .isEqualTo(201);
        assertThat(elsewhere(paid)).isEqualTo("22000");

        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        PaymentSpec.call(
                "cancel",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("tid", paid.tid())
                        .put("cancel_amount", 22000)
                        .put("cancel_tax_free_amount", 0)
                        .put("payload", refund));
        Db.move(refund, "last_checked_at = null");
        assertThat(post(place, paid, refund, "inquiry", null, "payment:read").<String>path("status"))
                .isEqualTo("SUCCEEDED");
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
        assertThat(elsewhere(paid)).isEqualTo("0");
        assertThat(Db.text("select manual_review_reason from refund where id = ?::uuid", refund))
                .isEqualTo("REFUNDED_TWICE");

        // Nothing is to be asked any more; a person says that it is known.
        assertThat(problem(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "k7")))
                .isEqualTo("409 nothing-to-resolve");
        assertThat(problem(named(place, paid, refund, "A-nobodys", "k8"))).isEqualTo("409 nothing-to-resolve");
        String aid = Db.text("select aid from refund where id = ?::uuid", refund);
        Response known = named(place, paid, refund, aid, "k9");
        assertThat(known.statusCode()).as(known.asString()).isEqualTo(201);
        assertThat(known.<String>path("status")).isEqualTo("SUCCEEDED");
        assertThat(manualReview(place, "").<List<String>>path("refunds")).isEmpty();
        assertThat(TestLocation.ledger(paid)).isEqualTo("22000 0");
    }

    /// KakaoPay lists cancels without amount and payload: ours, whose answer was lost, and one of the dashboard.
    @Test
    void whereTheListDoesNotSayWhoseTheyAreAPersonNamesOurs() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        try {
            TestLocation place = TestLocation.open();
            TestPayment paid = place.pay();
            String refund = lostAndOneOfTheDashboard(place, paid);
            quiet(refund);
            assertThat(problem(resolve(place, paid, refund, "GIVEN_UP", "n1")))
                    .isEqualTo("409 resolution-not-confirmed");
            quiet(refund);
            assertThat(problem(named(place, paid, refund, "A-nobodys", "n2")))
                    .isEqualTo("409 resolution-not-confirmed");
            assertThat(resolve(place, paid, refund, "REFUNDED", "n3").statusCode())
                    .isEqualTo(400);
            String aid = aidOf(place, paid, 10000);
            quiet(refund);
            // The same request, several times at once: one effect, and no fault.
            List<Integer> statuses = Stream.generate(() -> aid)
                    .limit(4)
                    .parallel()
                    .map(each -> named(place, paid, refund, each, "n4").statusCode())
                    .toList();
            assertThat(statuses).contains(201).doesNotContain(500);
            Response resolved = named(place, paid, refund, aid, "n4");
            assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(201);
            assertThat(resolved.<String>path("status")).isEqualTo("SUCCEEDED");
            assertThat(TestLocation.ledger(paid)).isEqualTo("13000 0");
            assertThat(origins(paid)).isEqualTo("OUTSIDE 3000, ADMINISTRATOR 10000");
            assertThat(place.cancels(paid)).containsExactly(10000L, 3000L);
        } finally {
            TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.DOCUMENTED);
        }
    }

    /// What ends between the two writes of a resolution ends right: what is left is the refund's by the balance alone.
    @Test
    void theOtherCancelsAreRecordedBeforeTheOneThatAPersonNames() {
        TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.RECORDED);
        try {
            TestLocation place = TestLocation.open();
            TestPayment paid = place.pay();
            String refund = lostAndOneOfTheDashboard(place, paid);
            String aid = aidOf(place, paid, 10000);
            quiet(refund);
            Db.update("alter table resolution add constraint dies check (refund_id <> '" + refund + "') not valid");
            try {
                assertThat(named(place, paid, refund, aid, "n1").statusCode()).isNotEqualTo(201);
            } finally {
                Db.update("alter table resolution drop constraint dies");
            }
            assertThat(origins(paid)).isEqualTo("OUTSIDE 3000, ADMINISTRATOR 10000");
            assertThat(Db.status(refund)).isEqualTo("UNKNOWN");

            quiet(refund);
            assertThat(problem(named(place, paid, refund, aid, "n1"))).isEqualTo("409 resolution-contradicted");
            assertThat(Db.status(refund)).isEqualTo("SUCCEEDED");
            assertThat(TestLocation.ledger(paid)).isEqualTo("13000 0");
            assertThat(place.cancels(paid)).containsExactly(10000L, 3000L);
        } finally {
            TestEnvironment.simulator().answers(TestEnvironment.CID, AnswerShape.DOCUMENTED);
        }
    }

    /// A refund of 10,000 whose answer was lost, and a cancel of 3,000 in the dashboard.
    private static String lostAndOneOfTheDashboard(TestLocation place, TestPayment paid) {
        place.kakaoPay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER).forTid(paid.tid()));
        String refund = request(place, paid, 10000);
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        PaymentSpec.call(
                "cancel",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("tid", paid.tid())
                        .put("cancel_amount", 3000)
                        .put("cancel_tax_free_amount", 0));
        return refund;
    }

    private static String aidOf(TestLocation place, TestPayment paid, long krw) {
        return place.kakaoPay().ledger(paid.id()).stream()
                .filter(effect -> effect.amountKrw() == krw)
                .map(Effect::aid)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String origins(TestPayment paid) {
        return Db.text(
                "select string_agg(origin || ' ' || amount_krw, ', ' order by amount_krw) from refund"
                        + " where payment_id = ?::uuid",
                paid.id());
    }

    /// KakaoPay says nothing, and perhaps never will: the account may be gone for good.
    @Test
    void whereTheOutcomeIsUnknownForLongAPersonsEvidenceIsAccepted() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        Fault silence = Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).forTid(paid.tid());
        place.kakaoPay().fault(silence);
        quiet(refund);
        assertThat(problem(resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "g1")))
                .isEqualTo("409 resolution-not-confirmed");
        place.kakaoPay().fault(silence);
        Db.move(refund, "unsettled_since = now() - interval '3 hours'");
        quiet(refund);
        Response resolved = resolve(place, paid, refund, "REFUNDED_ELSEWHERE", "g2");
        assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(201);
        assertThat(elsewhere(paid)).isEqualTo("22000");
        assertThat(TestLocation.ledger(paid)).isEqualTo("0 0");
    }

    @Test
    void onlyWhoMayResolveDoes() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        String refund = unknown(place, paid, Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_BEFORE));
        JsonObject body = new JsonObject().put("outcome", "GIVEN_UP").put("evidence", "dashboard");
        assertThat(post(place, paid, refund, "resolution", body, "refund:create")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(TestLocation.open(), paid, refund, "resolution", body, "refund:resolve")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(place, paid, UUID.randomUUID().toString(), "resolution", body, "refund:resolve")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(place, paid, refund, "resolution", body.copy().put("evidence", " "), "refund:resolve")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(place, paid, refund, "resolution", body.copy().put("outcome", "PAID"), "refund:resolve")
                        .statusCode())
                .isEqualTo(400);
    }

    /// Begun a moment ago: payment-service knows it, and this service soon.
    @Test
    void aPaymentThatIsNotKnownYetIsNotSimplyNotFound() {
        TestLocation place = TestLocation.open();
        UUID young = Ids.next();
        Response refused = asked(place, young.toString(), 1, 1);
        assertThat(problem(refused)).isEqualTo("409 payment-not-known-yet");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        Response preview = given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), young);
        assertThat(problem(preview)).isEqualTo("409 payment-not-known-yet");
        // Who may do nothing here learns nothing.
        given().auth()
                .oauth2(TestIdentity.token("mallory")
                        .at("elsewhere", "refund:create")
                        .sign())
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body(form(1, 1))
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), young)
                .then()
                .statusCode(404);
        assertThat(asked(place, UUID.randomUUID().toString(), 1, 1).statusCode())
                .isEqualTo(404);
    }

    private static String unknown(TestLocation place, TestPayment paid, Fault fault) {
        place.kakaoPay().fault(fault.forTid(paid.tid()));
        place.cancel(place.cancellation(paid, IN_TIME));
        String refund = TestLocation.refundId(paid);
        TestLocation.untilRefund(refund, "UNKNOWN");
        Db.move(refund, "next_check_at = now() + interval '1 hour'");
        return refund;
    }

    private static void quiet(String refund) {
        Db.move(refund, "sent_at = sent_at - interval '31 seconds', last_checked_at = null");
    }

    private static String elsewhere(TestPayment paid) {
        return Db.text("select refunded_elsewhere_krw from paid_payment where payment_id = ?::uuid", paid.id());
    }

    private static String request(TestLocation place, TestPayment paid, long amountKrw) {
        return asked(place, paid.id(), amountKrw, 22000).path("refundId");
    }

    private static Response asked(TestLocation place, String payment, long amountKrw, long balanceKrw) {
        return given().auth()
                .oauth2(token(place, "refund:create", "payment:read"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(form(amountKrw, balanceKrw))
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), payment);
    }

    private static String form(long amountKrw, long balanceKrw) {
        return new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "OTHER")
                .encode();
    }

    private static Response resolve(TestLocation place, TestPayment paid, String refund, String outcome, String key) {
        return given().auth()
                .oauth2(token(place, "refund:resolve"))
                .header("Idempotency-Key", place.location() + key)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", outcome)
                        .put("evidence", "transfer 4711")
                        .put("note", "전화로 확인")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/resolution", place.location(), paid.id(), refund);
    }

    private static Response named(TestLocation place, TestPayment paid, String refund, String aid, String key) {
        return given().auth()
                .oauth2(token(place, "refund:resolve"))
                .header("Idempotency-Key", place.location() + key)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", "REFUNDED")
                        .put("aid", aid)
                        .put("evidence", "dashboard, transactions of the day")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds/{r}/resolution", place.location(), paid.id(), refund);
    }

    private static Response post(
            TestLocation place,
            TestPayment paid,
            String refund,
            String what,
            @org.jspecify.annotations.Nullable JsonObject body,
            String permission) {
        var request = given().auth()
                .oauth2(token(place, permission))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (body != null) {
            request.contentType("application/json").body(body.encode());
        }
        return request.post("/v1/locations/{l}/payments/{p}/refunds/{r}/" + what, place.location(), paid.id(), refund);
    }

    private static Response manualReview(TestLocation place, String query) {
        return given().auth()
                .oauth2(token(place, "payment:read"))
                .get("/v1/locations/" + place.location() + "/refunds/manual-review" + query);
    }

    private static String token(TestLocation place, String... permissions) {
        return TestIdentity.token("minji").at(place.location(), permissions).sign();
    }

    private static String problem(Response response) {
        return response.statusCode() + " " + response.<String>path("type").replace("urn:coworkpay:problem:", "");
    }
}
