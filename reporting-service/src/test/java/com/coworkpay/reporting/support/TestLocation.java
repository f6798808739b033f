package com.coworkpay.reporting.support;

import static io.restassured.RestAssured.given;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/// A location of its own for each test, so that tests never meet: what the services say of it, and what its analyst
/// reads.
public final class TestLocation {

    private final String location = "loc-" + UUID.randomUUID().toString().substring(0, 8);
    private int version;

    private TestLocation() {}

    /// In Seoul.
    public static TestLocation open() {
        return open("Asia/Seoul");
    }

    public static TestLocation open(String timezone) {
        return nowhere().publish(timezone, "ko");
    }

    /// Nothing was published of it.
    public static TestLocation nowhere() {
        return new TestLocation();
    }

    public String id() {
        return location;
    }

    // ---- what the services publish

    public TestLocation publish(String timezone, String locale) {
        JsonObject state = state(timezone, locale, ++version);
        KafkaProbe.publish("integration.events", location, "coworkpay.location.changed.v1", state.encode());
        until(() -> Db.number(
                        "select coalesce(max(version), 0) from report_location l join projection p"
                                + " on p.current_side = l.side where location_id = ?",
                        location)
                == version);
        return this;
    }

    public JsonObject state(String timezone, String locale, int ofVersion) {
        return new JsonObject()
                .put("locationId", location)
                .put("version", ofVersion)
                .put("title", "강남")
                .put("timezone", timezone)
                .put("locale", locale)
                .put("refundApprovalLimitKrw", 100000)
                .putNull("seller")
                .putNull("kakaopay");
    }

    /// A payment that was just paid, published and projected.
    public PaymentEvent pay() {
        return pay(PaymentEvent.paid(location, Instant.parse("2026-05-04T03:02:01Z")));
    }

    public PaymentEvent pay(PaymentEvent payment) {
        publish(payment);
        untilPayment(payment);
        return payment;
    }

    public static void publish(PaymentEvent payment, String... headers) {
        KafkaProbe.publish(
                "payment.events", payment.id(), payment.type(), payment.state().encode(), headers);
    }

    public static void publish(RefundEvent refunds, String... headers) {
        KafkaProbe.publish(
                "refund.events", refunds.id(), refunds.type(), refunds.state().encode(), headers);
    }

    public static RefundEvent refund(RefundEvent refunds) {
        publish(refunds);
        until(() -> Db.number(
                        "select coalesce(max(refund_version), 0) from report_payment r join projection p"
                                + " on p.current_side = r.side where payment_id = ?::uuid",
                        refunds.id())
                >= refunds.version());
        return refunds;
    }

    public static void untilPayment(PaymentEvent payment) {
        until(() -> Db.number(
                        "select coalesce(max(payment_version), 0) from report_payment r join projection p"
                                + " on p.current_side = r.side where payment_id = ?::uuid",
                        payment.id())
                >= payment.version());
    }

    // ---- what the analyst reads

    public RequestSpecification analyst() {
        return given().auth()
                .oauth2(TestIdentity.token("analyst")
                        .at(location, "report:read")
                        .sign());
    }

    public JsonPath get(String path) {
        return analyst()
                .get("/v1/locations/" + location + "/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public JsonPath one(PaymentEvent payment) {
        return get("transactions/" + payment.id());
    }

    public static RequestSpecification operator() {
        return given().auth()
                .oauth2(TestIdentity.token("operator")
                        .everywhere("projection:rebuild")
                        .sign());
    }

    public static void until(Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }
}
