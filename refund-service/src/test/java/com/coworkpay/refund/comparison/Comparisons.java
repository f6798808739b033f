package com.coworkpay.refund.comparison;

import static io.restassured.RestAssured.given;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// What the tests of comparisons do from outside.
final class Comparisons {

    private Comparisons() {}

    /// A cancel in KakaoPay's dashboard.
    static void outside(TestPayment paid, long amountKrw) {
        PaymentSpec.call(
                "cancel",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("tid", paid.tid())
                        .put("cancel_amount", amountKrw)
                        .put("cancel_tax_free_amount", 0));
    }

    static RequestSpecification person(TestLocation place) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "payment:read", "refund:resolve", "refund:create")
                        .sign());
    }

    static void refund(TestLocation place, TestPayment paid, long amountKrw) {
        person(place)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(new JsonObject()
                        .put("amountKrw", amountKrw)
                        .put("balanceKrw", 22000)
                        .put("reason", "OTHER")
                        .encode())
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .then()
                .statusCode(201);
    }

    static Response compare(TestLocation place, TestPayment paid) {
        return person(place).post("/v1/locations/{l}/payments/{p}/comparisons", place.location(), paid.id());
    }

    /// After the pause between two of one payment.
    static Response compareAgain(TestLocation place, TestPayment paid) {
        Db.update(
                "update payment_comparison set last_taken_at = last_taken_at - interval '6 seconds'"
                        + " where payment_id = ?::uuid",
                paid.id());
        return compare(place, paid);
    }

    static Response start(TestLocation place, String from, String to, String key) {
        return person(place)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(new JsonObject().put("from", from).put("to", to).encode())
                .post("/v1/locations/{l}/comparisons", place.location());
    }

    static String start(TestLocation place, String from, String to) {
        return start(place, from, to, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("comparisonId");
    }

    static JsonObject one(TestLocation place, String id) {
        return new JsonObject(person(place)
                .get("/v1/locations/{l}/comparisons/{c}", place.location(), id)
                .asString());
    }

    static JsonObject results(TestLocation place, String id, String query) {
        return new JsonObject(person(place)
                .get("/v1/locations/" + place.location() + "/comparisons/" + id + "/results" + query)
                .asString());
    }

    static void approvedAt(TestPayment paid, String at) {
        Db.update("update paid_payment set approved_at = ?::timestamptz where payment_id = ?::uuid", at, paid.id());
    }

    static void due(TestPayment paid, int step) {
        Db.update(
                "update payment_comparison set next_compare_at = now() - interval '1 minute', step = ?"
                        + " where payment_id = ?::uuid",
                step,
                paid.id());
    }

    /// Nothing else is due, and the day's quota has just begun.
    static void freshQuota() {
        Db.update(
                "update payment_comparison set next_compare_at = now() + interval '1 day' where next_compare_at <= now()");
        Db.update(
                "update comparison set status = 'STOPPED', finished_at = now(), stopped_by = 'test' where status = 'RUNNING'");
        Db.update("delete from comparison_pause");
        quota(0);
        Db.update("update comparison_quota set next_at = now() - interval '1 day'");
    }

    static void quota(int used) {
        Db.update("update comparison_quota set day = (now() at time zone 'Asia/Seoul')::date, used = ?", used);
    }

    static long used() {
        return Db.number("select used from comparison_quota");
    }

    static String stored(TestPayment paid) {
        return Db.text(
                "select outcome || ' ' || outside_krw || ' ' || missing_krw || ' ' || coalesce(answer, '-')"
                        + " from payment_comparison where payment_id = ?::uuid",
                paid.id());
    }

    static long inquiries(TestPayment paid) {
        return TestEnvironment.simulator().calls(paid.id()).stream()
                .filter(call -> call.endpoint() == Endpoint.ORDER)
                .count();
    }
}
