package com.coworkpay.payment.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;

/// A connected location for each test, so that tests do not affect each other.
public final class TestShop {

    private final String location = "loc-" + UUID.randomUUID().toString().substring(0, 8);
    private final String account = UUID.randomUUID().toString();
    private final SimulatorControl kakaoPay = TestEnvironment.simulator();
    private int version;

    private TestShop() {}

    /// Connected, every switch on.
    public static TestShop open() {
        TestShop shop = new TestShop();
        IntegrationStub.account(shop.account, TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        return shop.publish(shop.state(true, true, new JsonObject()));
    }

    public String location() {
        return location;
    }

    public String account() {
        return account;
    }

    public SimulatorControl kakaoPay() {
        return kakaoPay;
    }

    // ---- integration-service's events

    public TestShop disconnect() {
        return publish(state(false, true, new JsonObject()));
    }

    /// Published again, with nothing changed but the version: as after a change of the key.
    public TestShop republish() {
        return publish(state(true, true, new JsonObject()));
    }

    public TestShop testAccount() {
        return publish(state(true, false, new JsonObject()));
    }

    public TestShop switchOff(String payableType) {
        return publish(state(true, true, new JsonObject().put(payableType, false)));
    }

    public TestShop switchOn(String payableType) {
        return publish(state(true, true, new JsonObject().put(payableType, true)));
    }

    public TestShop seller(JsonObject seller) {
        return publish(state(true, true, new JsonObject()).put("seller", seller));
    }

    private JsonObject state(boolean connected, boolean live, JsonObject switches) {
        JsonObject payables = new JsonObject();
        for (PayableType type : PayableType.values()) {
            payables.put(type.name(), true);
        }
        payables.mergeIn(switches);
        JsonObject its = new JsonObject()
                .put("accountId", account)
                .put("cid", TestEnvironment.CID)
                .put("live", live)
                .put("status", connected ? "ACTIVE" : "DISCONNECTED")
                .put("credentialKind", "SECRET_KEY")
                .put("credentialVersion", 1)
                .put("credentialAcceptedAt", "2026-01-01T00:00:00Z");
        return new JsonObject()
                .put("locationId", location)
                .put("version", ++version)
                .put("title", "강남")
                .put("timezone", "Asia/Seoul")
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100000)
                .put(
                        "kakaopay",
                        new JsonObject()
                                .put("status", connected ? "CONNECTED" : "DISCONNECTED")
                                .put("accountId", connected ? account : null)
                                .put("accounts", new JsonArray().add(its))
                                .put("payables", payables)
                                .put("automaticRefunds", true)
                                .putNull("lastCheck"));
    }

    private TestShop publish(JsonObject state) {
        KafkaProbe.publish("integration.events", location, "coworkpay.integration.changed.v1", state.encode());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number(
                                "select coalesce(max(version), 0) from location_replica where location_id = ?",
                                location)
                        == version);
        return this;
    }

    // ---- the portal's backend

    public static JsonObject booking(String id) {
        return new JsonObject()
                .put("payerId", "payer-1")
                .put("ownerId", "owner-1")
                .put("ownerRole", "LOCATION_MEMBER")
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", "BOOKING")
                                .put("id", id)
                                .put("resourceType", "ROOM")
                                .put("resourceId", "room-7")
                                .put("startAt", "2026-12-01T09:00:00+09:00"))
                .put("description", "회의실 A, 2시간 ☕")
                .put("totalKrw", 22000)
                .put("taxFreeKrw", 0)
                .put("quantity", 1)
                .put("device", "MOBILE")
                .put("returnUrl", TestEnvironment.PORTAL + "/done?booking=7")
                .put("policy", new JsonObject().put("kind", "BEFORE_START").put("before", "P1D"));
    }

    public Response initiate(JsonObject request) {
        return initiate(UUID.randomUUID().toString(), request);
    }

    public Response initiate(String key, JsonObject request) {
        return initiate("portal", key, request);
    }

    public Response initiate(String caller, String key, JsonObject request) {
        return given().auth()
                .oauth2(TestIdentity.token(caller).everywhere("payment:create").sign())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request.encode())
                .post("/v1/locations/{location}/payments", location);
    }

    /// The same without a device: what a checkout is made of.
    public static JsonObject toPay(String id) {
        JsonObject request = booking(id);
        request.remove("device");
        return request;
    }

    public Response checkout(String key, JsonObject request) {
        return given().auth()
                .oauth2(TestIdentity.token("portal")
                        .everywhere("payment:create")
                        .sign())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request.encode())
                .post("/v1/locations/{location}/checkouts", location);
    }

    public TestCheckout checkout() {
        return checkout(toPay("booking-" + UUID.randomUUID()));
    }

    public TestCheckout checkout(JsonObject request) {
        return TestCheckout.of(checkout(UUID.randomUUID().toString(), request));
    }

    /// The booking system cancels a booking.
    public void cancelBooking(String bookingId) {
        KafkaProbe.publish(
                "booking.events",
                bookingId,
                "booking.cancelled.v1",
                new JsonObject()
                        .put("cancellationId", "c-" + UUID.randomUUID())
                        .put("locationId", location)
                        .put("payable", new JsonObject().put("type", "BOOKING").put("id", bookingId))
                        .put("cancelledAt", Instant.now().toString())
                        .put(
                                "cancelledBy",
                                new JsonObject().put("id", "owner-1").put("role", "LOCATION_MEMBER"))
                        .encode());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number(
                                "select count(*) from effective_cancellation where location_id = ? and payable_id = ?",
                                location,
                                bookingId)
                        == 1);
    }

    /// A payment of a new booking that waits for its payer.
    public PendingPayment begin() {
        return begin("booking-" + UUID.randomUUID());
    }

    public PendingPayment begin(String bookingId) {
        return PendingPayment.of(initiate(booking(bookingId)));
    }

    public record PendingPayment(String id, String redirectUrl) {
        public static PendingPayment of(Response response) {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
            return new PendingPayment(response.path("paymentId"), response.path("redirectUrl"));
        }
    }

    // ---- the payer

    /// Pays at KakaoPay; returns the URL that KakaoPay sends the browser back to.
    public String pay(PendingPayment payment) {
        return kakaoPay.pay(payment.redirectUrl(), Method.MONEY);
    }

    /// Follows a return URL as the browser does; the response has the redirect.
    public static Response visit(String returnUrl) {
        return visit(returnUrl, RestAssured.config());
    }

    public static Response visit(String returnUrl, RestAssuredConfig browser) {
        return given().config(browser)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(returnUrl.substring(TestEnvironment.PUBLIC_BASE.length()));
    }

    public static String statusAt(Response sentOn) {
        assertThat(sentOn.statusCode()).as(sentOn.asString()).isEqualTo(303);
        String location = sentOn.header("Location");
        assertThat(location).startsWith(TestEnvironment.PORTAL + "/done?booking=7&paymentId=");
        return location.substring(location.indexOf("status=") + 7);
    }

    // ---- the oracle

    public long approvals(String paymentId) {
        return kakaoPay.ledger(paymentId, EffectKind.APPROVE).size();
    }

    public long calls(String paymentId, com.coworkpay.kakaopay.simulator.Endpoint endpoint) {
        return kakaoPay.calls(paymentId).stream()
                .filter(call -> call.endpoint() == endpoint)
                .count();
    }
}
