package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.stack.Addresses;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call to CoworkPay through its front door with somebody's token, answered in English.
record ApiCalls(Http http, Addresses at) {
    static final String LOCATIONS = "/v1/locations/";

    static String refundsOf(StartedPayment attempt) {
        return LOCATIONS + attempt.locationId() + "/payments/" + attempt.id() + "/refunds";
    }

    Http.Answer call(String token, String method, String path, @Nullable JsonObject body) throws IOException {
        return http.send(
                method,
                at.frontDoor().resolve(path),
                Map.of("Authorization", "Bearer " + token, "Accept-Language", "en"),
                body);
    }

    static boolean isRefusedFor(Http.Answer answer, String type) {
        return answer.status() >= 400
                && answer.body().startsWith("{")
                && Problem.of(answer).type().equals(type);
    }

    static Http.Answer success(Http.Answer answer) {
        ExpectationFailedException.unless(
                answer.status() / 100 == 2, "expected success, got " + answer.status() + " " + answer.body());
        return answer;
    }

    /// The same again with the same key happens once.
    Http.Answer post(String token, String path, String idempotencyKey, JsonObject body) throws IOException {
        return http.send(
                "POST",
                at.frontDoor().resolve(path),
                Map.of("Authorization", "Bearer " + token, "Accept-Language", "en", "Idempotency-Key", idempotencyKey),
                body);
    }
}
