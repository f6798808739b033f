package com.coworkpay.payment.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.TestShop.PendingPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;

/// A checkout, as its page uses it.
///
/// @param path of its link below `/checkout`: id and signature
public record TestCheckout(String id, String path) {

    public static TestCheckout of(Response made) {
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String url = made.path("checkoutUrl");
        assertThat(url).startsWith(TestEnvironment.PUBLIC_BASE + "/checkout/");
        return new TestCheckout(
                made.path("checkoutId"), URI.create(url).getPath().substring("/checkout/".length()));
    }

    public String url() {
        return TestEnvironment.PUBLIC_BASE + "/checkout/" + path;
    }

    public String signature() {
        return path.substring(path.indexOf('/') + 1);
    }

    public Response get() {
        return given().get("/v1/checkouts/" + path);
    }

    public Response pay(String key, String device) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(new JsonObject().put("device", device).encode())
                .post("/v1/checkouts/" + path + "/payments");
    }

    public PendingPayment begin() {
        return PendingPayment.of(pay(UUID.randomUUID().toString(), "MOBILE"));
    }

    public Response cancel(String paymentId) {
        return given().post("/v1/checkouts/" + path + "/payments/" + paymentId + "/cancel");
    }
}
