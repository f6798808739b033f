package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.stack.LocalStack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person of a location, by the front door or at one process of refund-service.
final class Staff {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private final Http http = new Http();
    private final URI at;
    private final String location;
    private final String token;

    Staff(LocalStack stack, URI at, String person, String location) throws IOException {
        this.at = at;
        this.location = location;
        this.token = new TokenClient(http, stack.addresses().issuer(), stack.secrets())
                .person(person, "location:" + location);
    }

    /// The answer as it is.
    Http.Answer answer(StartedPayment payment, String refundId, long amountKrw, String answer) {
        var body = new JsonObject().put("answer", answer).put("amountKrw", amountKrw);
        return RetryingCaller.answered(() -> post(refund(payment, refundId) + "/approval", Map.of(), body));
    }

    /// The answer as it is.
    Http.Answer withdraw(StartedPayment payment, String refundId) {
        return RetryingCaller.answered(
                () -> post(refund(payment, refundId) + "/withdrawal", Map.of(), new JsonObject()));
    }

    /// Compares all payments of yesterday and today.
    ///
    /// @return the comparison's id
    String compareAll() {
        var today = LocalDate.now(ZONE);
        var body = new JsonObject().put("from", today.minusDays(1).toString()).put("to", today.toString());
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return success(RetryingCaller.answered(() -> post(comparisons(), key, body)))
                .getString("comparisonId");
    }

    JsonObject comparison(String id) {
        return success(RetryingCaller.answered(() -> send("GET", comparisons() + "/" + id, Map.of(), null)));
    }

    private String comparisons() {
        return "/v1/locations/" + location + "/comparisons";
    }

    private static String refund(StartedPayment payment, String refundId) {
        return "/v1/locations/" + payment.locationId() + "/payments/" + payment.id() + "/refunds/" + refundId;
    }

    private Http.Answer post(String path, Map<String, String> headers, JsonObject body) throws IOException {
        return send("POST", path, headers, body);
    }

    private Http.Answer send(String method, String path, Map<String, String> headers, @Nullable JsonObject body)
            throws IOException {
        var all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return http.send(method, at.resolve(path), all, body);
    }

    private static JsonObject success(Http.Answer answer) {
        ExpectationFailedException.unless(
                answer.status() / 100 == 2, "expected success, got " + answer.status() + " " + answer.body());
        return answer.json();
    }
}
