package com.coworkpay.integration;

import static io.restassured.RestAssured.given;

import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/// The service as its callers use it.
public final class Api {

    private Api() {}

    public static RequestSpecification bookingSystem() {
        return as(TestIdentity.token("booking-system").everywhere("location:manage", "payment:create"));
    }

    public static RequestSpecification administratorOf(String location) {
        return administratorOf(location, "minji");
    }

    public static RequestSpecification administratorOf(String location, String name) {
        return as(TestIdentity.token(name).at(location, "integration:manage", "payment:read"));
    }

    public static RequestSpecification paymentService() {
        return as(TestIdentity.token("payment-service").everywhere("credential:read"));
    }

    public static RequestSpecification as(TestIdentity.Token token) {
        return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
    }

    public static Map<String, Object> description() {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", "강남점");
        body.put("timezone", "Asia/Seoul");
        body.put("locale", "ko");
        body.put("refundApprovalLimitKrw", 300_000);
        return body;
    }

    public static Response putLocation(String location, Map<String, Object> description) {
        return bookingSystem().body(description).put("/v1/locations/{id}", location);
    }

    /// A location that nobody else uses.
    public static String newLocation() {
        String location = "loc-" + Long.toString(System.nanoTime(), 36);
        putLocation(location, description()).then().statusCode(201);
        return location;
    }

    public static Map<String, Object> connectRequest(TestMerchant merchant) {
        return connectRequest(merchant.kind(), merchant.key(), merchant.cid());
    }

    public static Map<String, Object> connectRequest(String kind, String key, String cid) {
        var body = new LinkedHashMap<String, Object>();
        body.put("credentialKind", kind);
        body.put("key", key);
        body.put("cid", cid);
        return body;
    }

    public static Response connect(String location, TestMerchant merchant) {
        return connect(location, connectRequest(merchant));
    }

    public static Response connect(String location, Map<String, Object> body) {
        return administratorOf(location).body(body).put("/v1/locations/{id}/kakaopay/connection", location);
    }

    /// A new location, connected to a new merchant.
    public static Connected connected() {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withSecretKey();
        String account =
                connect(location, merchant).then().statusCode(200).extract().path("accountId");
        return new Connected(location, merchant, account);
    }

    public record Connected(String location, TestMerchant merchant, String account) {}

    public static Response view(String location) {
        return administratorOf(location).get("/v1/locations/{id}/kakaopay", location);
    }

    public static Response check(String location) {
        return administratorOf(location).post("/v1/locations/{id}/kakaopay/connection/check", location);
    }

    public static Response disconnect(String location) {
        return administratorOf(location)
                .queryParam("confirm", "true")
                .delete("/v1/locations/{id}/kakaopay/connection", location);
    }

    public static Response settings(String location, String json) {
        return administratorOf(location).body(json).patch("/v1/locations/{id}/kakaopay/settings", location);
    }

    public static Response credential(String account) {
        return paymentService().get("/internal/accounts/{id}/credential", account);
    }

    public static Response paymentMethods(String location, String payableType) {
        return administratorOf(location)
                .queryParam("payableType", payableType)
                .get("/v1/locations/{id}/payment-methods", location);
    }
}
