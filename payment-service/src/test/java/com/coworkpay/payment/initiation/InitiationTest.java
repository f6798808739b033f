package com.coworkpay.payment.initiation;

import static com.coworkpay.payment.support.TestShop.booking;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.IntegrationStub;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A machine caller begins payments.
@PaymentServiceTest
class InitiationTest {

    private final TestShop shop = TestShop.open();

    private static String id() {
        return "b-" + UUID.randomUUID();
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:" + slug);
        assertThat(answer.<String>path("detail")).isNotBlank();
    }

    @Test
    void theAnswerHasWhatThePortalNeeds() {
        Response answer = shop.initiate(booking(id()));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String paymentId = answer.path("paymentId");
        assertThat(answer.header("Location")).endsWith("/v1/locations/" + shop.location() + "/payments/" + paymentId);
        assertThat(answer.<String>path("status")).isEqualTo("PENDING");
        assertThat(answer.<String>path("redirectUrl")).isEqualTo(answer.path("redirectUrls.mobile"));
        assertThat(answer.<String>path("redirectUrls.pc")).isNotBlank();
        assertThat(answer.<Integer>path("vatKrw")).isEqualTo(2000);
        assertThat(answer.<Integer>path("supplyKrw")).isEqualTo(20000);
        assertThat(Duration.between(Instant.now(), Instant.parse(answer.path("expiresAt"))))
                .isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> paymentId.equals(event.key())
                        && "coworkpay.payment.initiated.v1".equals(event.type())
                        && event.data().path("status").asText().equals("PENDING"));
    }

    @Test
    void eachRejectionHasItsOwnType() {
        TestShop never = TestShop.open().disconnect();
        refused(never.initiate(booking(id())), 409, "location-not-connected");
        refused(TestShop.open().switchOff("BOOKING").initiate(booking(id())), 409, "payable-switched-off");
        refused(TestShop.open().testAccount().initiate(booking(id())), 409, "test-account-not-allowed");
    }

    @Test
    void anUnknownLocationIsNotConnected() {
        Response answer = given().auth()
                .oauth2(TestIdentity.token("portal")
                        .everywhere("payment:create")
                        .sign())
                .header("Idempotency-Key", id())
                .contentType("application/json")
                .body(booking(id()).encode())
                .post("/v1/locations/nowhere/payments");
        refused(answer, 409, "location-not-connected");
    }

    @Test
    void aPaidPayableIsNotPaidTwice() {
        String booking = id();
        PendingPayment paid = shop.begin(booking);
        TestShop.visit(shop.pay(paid));
        refused(shop.initiate(booking(booking)), 409, "payable-already-paid");
        // A full refund frees the slot, a part does not.
        Db.move(paid.id(), "refunded_krw = 21999");
        refused(shop.initiate(booking(booking)), 409, "payable-already-paid");
        Db.move(paid.id(), "refunded_krw = 22000");
        assertThat(shop.initiate(booking(booking)).statusCode()).isEqualTo(201);
    }

    @Test
    void anUnsettledPaymentHoldsTheSlot() {
        String booking = id();
        PendingPayment payment = shop.begin(booking);
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.STATUS_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        Response answer = shop.initiate(booking(booking));
        refused(answer, 409, "payment-unsettled");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(Db.status(payment.id())).isEqualTo("UNKNOWN");
    }

    @Test
    void aNewAttemptSupersedesAnOlderPendingOne() {
        String booking = id();
        PendingPayment older = shop.begin(booking);
        String olderBack = shop.pay(older);
        PendingPayment newer = shop.begin(booking);
        assertThat(Db.status(older.id())).isEqualTo("CANCELED");
        assertThat(TestShop.statusAt(TestShop.visit(olderBack))).isEqualTo("CANCELED");
        assertThat(shop.calls(older.id(), Endpoint.APPROVE)).isZero();
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(newer)))).isEqualTo("SUCCEEDED");
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> older.id().equals(event.key())
                        && event.data().path("reason").asText().equals("SUPERSEDED"));
    }

    @Test
    void theSameKeyIsTheSamePayment() {
        String key = id();
        var request = booking(id());
        Response first = shop.initiate(key, request);
        Response again = shop.initiate(key, request);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(shop.calls(first.path("paymentId"), Endpoint.READY)).isEqualTo(1);
        TestShop.visit(shop.pay(new PendingPayment(first.path("paymentId"), first.path("redirectUrl"))));
        assertThat(shop.initiate(key, request).asString()).isEqualTo(first.asString());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRejectedAndAnotherCallersIsAnother() {
        String key = id();
        var request = booking(id());
        Response first = shop.initiate(key, request);
        refused(shop.initiate(key, request.copy().put("totalKrw", 22001)), 422, "idempotency-key-reused");
        Response elsewhere = TestShop.open().initiate(key, request);
        refused(elsewhere, 422, "idempotency-key-reused");
        Response others = shop.initiate("booking-system", key, booking(id()));
        assertThat(others.statusCode()).isEqualTo(201);
        assertThat(others.<String>path("paymentId")).isNotEqualTo(first.path("paymentId"));
    }

    @Test
    void twentyConcurrentRequestsAreOnePaymentAndOneReady() throws Exception {
        String key = id();
        var request = booking(id());
        List<Response> answers = Concurrently.times(20, () -> shop.initiate(key, request));
        List<String> ids = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("paymentId"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> {
            refused(answer, 409, "request-in-progress");
            assertThat(answer.header("Retry-After")).isNotNull();
        });
        assertThat(Db.number("select count(*) from payment where idempotency_key = ?", key))
                .isEqualTo(1);
        assertThat(shop.calls(ids.getFirst(), Endpoint.READY)).isEqualTo(1);
    }

    @Test
    void aReadyWithoutAnswerIsCalledAgainUnderTheSameKeyAtMostThreeTimes() {
        String key = id();
        var request = booking(id());
        String payer = "payer-" + id();
        request.put("payerId", payer);
        shop.kakaoPay().fault(Fault.of(Endpoint.READY, FaultKind.STATUS_AFTER));
        refused(shop.initiate(key, request), 503, "kakaopay-no-answer");
        String paymentId = Db.text("select id from payment where idempotency_key = ?", key);
        for (int i = 0; i < 2; i++) {
            shop.kakaoPay()
                    .fault(Fault.of(Endpoint.READY, FaultKind.STATUS_AFTER).forOrder(paymentId));
            refused(
                    shop.initiate(key, request),
                    i == 0 ? 503 : 502,
                    i == 0 ? "kakaopay-no-answer" : "kakaopay-gave-up");
        }
        refused(shop.initiate(key, request), 502, "kakaopay-gave-up");
        assertThat(shop.calls(paymentId, Endpoint.READY)).isEqualTo(3);
        Db.move(paymentId, "next_check_at = now(), created_at = now() - interval '16 minutes'");
        assertThat(com.coworkpay.payment.settlement.Worker.check(paymentId)).isEqualTo("CANCELED");
        assertThat(shop.calls(paymentId, Endpoint.ORDER)).isZero();
    }

    @Test
    void aReadyWhoseProcessDiedIsCalledAgainAfterItsLease() {
        String key = id();
        var request = booking(id());
        shop.kakaoPay().fault(Fault.of(Endpoint.READY, FaultKind.STATUS_AFTER));
        shop.initiate(key, request);
        Db.update("update payment set ready_claimed_at = now() where idempotency_key = ?", key);
        refused(shop.initiate(key, request), 409, "request-in-progress");
        Db.update("update payment set ready_claimed_at = now() - interval '29 seconds' where idempotency_key = ?", key);
        assertThat(shop.initiate(key, request).statusCode()).isEqualTo(201);
    }

    @Test
    void eachGatewayIssueHasItsOwnType() {
        shop.kakaoPay().fault(Fault.code(Endpoint.READY, -799));
        String key = id();
        var request = booking(id());
        refused(shop.initiate(key, request), 502, "kakaopay-domain-not-registered");
        assertThat(shop.initiate(key, request).statusCode()).isEqualTo(201);
        IntegrationStub.account(
                shop.account(), TestEnvironment.CID, "SECRET_KEY", "WRONGKEY0000000000000000000000000000001", 2);
        TestShop wrong = TestShop.open();
        IntegrationStub.account(
                wrong.account(), TestEnvironment.CID, "SECRET_KEY", "WRONGKEY0000000000000000000000000000001", 1);
        refused(wrong.initiate(booking(id())), 502, "kakaopay-credential-refused");
    }

    @Test
    void aDeclinedReadyEndsThePayment() {
        shop.kakaoPay().fault(Fault.code(Endpoint.READY, -797));
        String key = id();
        var request = booking(id());
        refused(shop.initiate(key, request), 422, "kakaopay-declined");
        refused(shop.initiate(key, request), 422, "kakaopay-declined");
        assertThat(Db.text("select status from payment where idempotency_key = ?", key))
                .isEqualTo("FAILED");
    }

    @Test
    void aCallerWithoutTheRightPermissionIsRejected() {
        String body = booking(id()).encode();
        String path = "/v1/locations/" + shop.location() + "/payments";
        given().contentType("application/json").body(body).post(path).then().statusCode(401);
        given().auth()
                .oauth2(TestIdentity.token("jisoo").sign())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(shop.location(), "payment:read")
                        .sign())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestIdentity.token("portal")
                        .everywhere("payment:create")
                        .sign())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(400);
    }
}
