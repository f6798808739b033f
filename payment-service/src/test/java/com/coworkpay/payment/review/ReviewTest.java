package com.coworkpay.payment.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.settlement.Worker;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manual review: listed, inquired about, resolved by a person.
@PaymentServiceTest
class ReviewTest {

    private final TestShop shop = TestShop.open();

    private io.restassured.specification.RequestSpecification as(String... permissions) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(shop.location(), permissions)
                        .sign());
    }

    /// Its answer was lost, and KakaoPay does not know it: nothing settles it.
    private PendingPayment stuck() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(100).forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(31));
        assertThat(Worker.check(payment.id())).isEqualTo("UNKNOWN");
        return payment;
    }

    private Response resolve(PendingPayment payment, String key, String outcome) {
        return as("payment:resolve")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("outcome", outcome)
                        .put("evidence", "partner admin, not there")
                        .put("note", "확인함")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id());
    }

    private Response check(PendingPayment payment) {
        return as("payment:read").post("/v1/locations/{l}/payments/{p}/inquiry", shop.location(), payment.id());
    }

    private Response read(PendingPayment payment, String... permissions) {
        return as(permissions).get("/v1/locations/{l}/payments/{p}", shop.location(), payment.id());
    }

    private static void problem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:" + slug);
    }

    @Test
    void whatIsUnsettledForLongIsListedWithWhatToDo() {
        PendingPayment payment = stuck();
        Response page = as("payment:read").get("/v1/locations/{l}/payments/manual-review", shop.location());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.<String>path("payments[0].paymentId")).isEqualTo(payment.id());
        assertThat(page.<String>path("payments[0].reviewCase")).isEqualTo("NOT_FOUND");
        assertThat(page.<String>path("payments[0].lastAnswer")).isEqualTo("NO_SUCH_TID");
        assertThat(page.<String>path("payments[0].whatToDo.ko")).contains("파트너센터");
        assertThat(page.<String>path("payments[0].whatToDo.en")).contains("resolve it as not paid");
        assertThat(page.<Integer>path("payments[0].attempts")).isPositive();
        assertThat(page.<String>path("nextCursor")).isNull();
        assertThat(read(payment, "payment:read").<String>path("manualReviewSince"))
                .isNotNull();
        assertThat(read(payment, "payment:create").<String>path("manualReviewSince"))
                .isNull();
        problem(as("report:read").get("/v1/locations/{l}/payments/manual-review", shop.location()), 403, "forbidden");
    }

    @Test
    void pagesFollowEachOtherAndAForgedCursorIsRejected() {
        List<String> all = new ArrayList<>(List.of(stuck().id(), stuck().id(), stuck().id()));
        String cursor = null;
        List<String> listed = new ArrayList<>();
        do {
            var request = as("payment:read").queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get("/v1/locations/{l}/payments/manual-review", shop.location());
            listed.addAll(page.path("payments.paymentId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
        for (String odd : new String[] {"x", "%%", "AAAA"}) {
            Response refused = as("payment:read")
                    .queryParam("cursor", odd)
                    .get("/v1/locations/{l}/payments/manual-review", shop.location());
            problem(refused, 400, "invalid-cursor");
            assertThat(refused.<String>path("field")).isEqualTo("cursor");
        }
        problem(
                as("payment:read")
                        .queryParam("limit", 101)
                        .get("/v1/locations/{l}/payments/manual-review", shop.location()),
                400,
                "invalid-request");
    }

    /// A newer process may have written it.
    @Test
    void onePaymentThatCannotBeReadHidesNoOther() {
        List<String> all = List.of(stuck().id(), stuck().id(), stuck().id());
        Db.move(all.get(1), "last_inquiry_result = 'OF_A_LATER_RELEASE'");
        List<String> listed = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; cursor != null; pages++) {
            assertThat(pages).isLessThan(3);
            var request = as("payment:read").queryParam("limit", 1);
            if (!cursor.isEmpty()) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get("/v1/locations/{l}/payments/manual-review", shop.location());
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            listed.addAll(page.path("payments.paymentId"));
            cursor = page.path("nextCursor");
        }
        assertThat(listed).containsExactly(all.get(0), all.get(2));
    }

    @Test
    void anInquiryAsksKakaoPayNowAndReturnsTheResult() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        assertThat(check(payment).<String>path("status")).isEqualTo("SUCCEEDED");
        // It is paid: there is nothing to ask any more.
        assertThat(check(payment).statusCode()).isEqualTo(200);
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
    }

    @Test
    void anInquiryNeverSendsApproveAndHasItsPause() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        Worker.quiet(payment.id());
        assertThat(check(payment).<String>path("status")).isEqualTo("PROCESSING");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        assertThat(Db.text("select next_check_at <= now() from payment where id = ?::uuid", payment.id()))
                .isEqualTo("t");
        Response again = check(payment);
        problem(again, 429, "checked-just-now");
        assertThat(again.header("Retry-After")).isEqualTo("5");
        problem(
                as("payment:read").post("/v1/locations/{l}/payments/{p}/inquiry", shop.location(), UUID.randomUUID()),
                404,
                "not-found");
    }

    @Test
    void aPersonsInquiryDoesNotReplaceTheLateOne() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay()
                .fault(Fault.code(Endpoint.APPROVE, -780, "LIMIT_ONE_TIME").forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("FAILED");
        check(payment);
        assertThat(Db.text(
                        "select next_check_at - (failed_at + interval '30 minutes') between interval '0' and interval '5 seconds'"
                                + " from payment where id = ?::uuid",
                        payment.id()))
                .isEqualTo("t");
    }

    @Test
    void notPaidEndsItOnceWithItsEvidenceAndFreesThePayable() {
        PendingPayment payment = stuck();
        String key = UUID.randomUUID().toString();
        Response resolved = resolve(payment, key, "NOT_PAID");
        assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(201);
        assertThat(resolved.<String>path("status")).isEqualTo("CANCELED");
        assertThat(resolved.<String>path("orderAnswer")).isEqualTo("NO_SUCH_TID");
        assertThat(resolved.<String>path("resolvedBy")).isEqualTo("minji");
        assertThat(resolve(payment, key, "NOT_PAID").<String>path("resolutionId"))
                .isEqualTo(resolved.<String>path("resolutionId"));
        problem(resolve(payment, key, "PAID"), 422, "idempotency-key-reused");
        problem(resolve(payment, UUID.randomUUID().toString(), "NOT_PAID"), 409, "nothing-to-resolve");
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key()) && "coworkpay.payment.resolved.v1".equals(event.type()));
        KafkaProbe.awaitEvent(
                "booking.notices",
                event -> "coworkpay.notice.payment_canceled.v1".equals(event.type())
                        && event.data().path("paymentId").asText().equals(payment.id()));
        String bookingId = Db.text("select payable_id from payment where id = ?::uuid", payment.id());
        assertThat(shop.initiate(TestShop.booking(bookingId)).statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> Db.update("update payment_resolution set evidence = 'other'"))
                .hasMessageContaining("a resolution is never changed");
        assertThatThrownBy(() -> Db.update("delete from payment_resolution"))
                .hasMessageContaining("a resolution is never changed");
    }

    @Test
    void whatKakaoPayShowsLaterWins() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        // Money moved, the answer was lost, and for a while order knows nothing.
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(2).forTid(tid(payment)));
        Worker.age(shop, payment.id(), Duration.ofMinutes(31));
        Worker.check(payment.id());
        assertThat(resolve(payment, "k-" + payment.id(), "NOT_PAID").statusCode())
                .isEqualTo(201);
        assertThat(Db.text("select next_check_at is not null from payment where id = ?::uuid", payment.id()))
                .isEqualTo("t");
        assertThat(Worker.check(payment.id())).isEqualTo("OVERPAID");
    }

    @Test
    void notPaidIsRejectedWhereKakaoPaySaysPaid() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        problem(resolve(payment, "k-" + payment.id(), "NOT_PAID"), 409, "resolution-contradicted");
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
        assertThat(Db.number("select count(*) from payment_resolution where payment_id = ?::uuid", payment.id()))
                .isZero();
    }

    @Test
    void paidNeedsKakaoPaysConfirmation() {
        PendingPayment payment = stuck();
        problem(resolve(payment, "a-" + payment.id(), "PAID"), 409, "resolution-not-confirmed");
        assertThat(Db.status(payment.id())).isEqualTo("UNKNOWN");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
    }

    @Test
    void paidIsKeptWithItsEvidenceWhereKakaoPaySaysSo() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        Response resolved = resolve(payment, "k-" + payment.id(), "PAID");
        assertThat(resolved.statusCode()).as(resolved.asString()).isEqualTo(201);
        assertThat(resolved.<String>path("status")).isEqualTo("SUCCEEDED");
        assertThat(Db.text(
                        "select inquiry_result || ' ' || status_before from payment_resolution where payment_id = ?::uuid",
                        payment.id()))
                .isEqualTo("PAID UNKNOWN");
    }

    @Test
    void nothingIsResolvedWhileAnApproveMayBeUnderWayOrWithoutManualReview() {
        PendingPayment young = shop.begin();
        String returnUrl = shop.pay(young);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.WRONG_AMOUNT).forOrder(young.id()));
        TestShop.visit(returnUrl);
        shop.kakaoPay().fault(Fault.code(Endpoint.ORDER, -721).times(2).forTid(tid(young)));
        Response early = resolve(young, "k-" + young.id(), "NOT_PAID");
        problem(early, 409, "resolution-too-early");
        assertThat(early.header("Retry-After")).isNotNull();
        problem(resolve(shop.begin(), "k", "NOT_PAID"), 409, "nothing-to-resolve");
    }

    @Test
    void onlyWhoMayResolveDoesAndOnlyWithEvidence() {
        PendingPayment payment = shop.begin();
        problem(
                as("payment:read")
                        .header("Idempotency-Key", "k")
                        .contentType("application/json")
                        .body("{\"outcome\":\"NOT_PAID\",\"evidence\":\"x\"}")
                        .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id()),
                403,
                "forbidden");
        problem(
                as("payment:resolve")
                        .header("Idempotency-Key", "k")
                        .contentType("application/json")
                        .body("{\"outcome\":\"NOT_PAID\",\"evidence\":\" \"}")
                        .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id()),
                400,
                "invalid-request");
        problem(
                as("payment:resolve")
                        .contentType("application/json")
                        .body("{\"outcome\":\"NOT_PAID\",\"evidence\":\"x\"}")
                        .post("/v1/locations/{l}/payments/{p}/resolution", shop.location(), payment.id()),
                400,
                "idempotency-key-required");
    }

    /// KakaoPay's reason is stored, shown to the location's people, and has a text.
    @ParameterizedTest
    @ValueSource(strings = {"LIMIT_ONE_TIME", "LACK_BALANCE"})
    void whyACardWasDeclinedIsShown(String word) {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, word).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        Response response = read(payment, "payment:read");
        assertThat(response.<String>path("reason")).isEqualTo("APPROVE_DECLINED");
        assertThat(response.<String>path("reasonText.ko")).isNotBlank();
        assertThat(response.<String>path("declineCode"))
                .isEqualTo(word.startsWith("LIMIT") ? "LIMIT_EXCEEDED" : "NOT_ENOUGH_BALANCE");
        assertThat(response.<String>path("declineText.en")).isNotBlank();
        assertThat(read(payment, "payment:create").<String>path("declineCode")).isNull();
    }

    private static String tid(PendingPayment payment) {
        return Db.text("select tid from payment where id = ?::uuid", payment.id());
    }
}
