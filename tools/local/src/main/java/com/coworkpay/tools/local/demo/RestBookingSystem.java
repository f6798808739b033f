package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/// The booking system where it calls by REST.
final class RestBookingSystem {
    private final ApiCalls calls;
    private final String token;

    RestBookingSystem(ApiCalls calls, TokenClient callers) throws IOException {
        this.calls = calls;
        this.token = callers.machine("booking-system");
    }

    void registerLocation(String id) {
        var body = new JsonObject()
                .put("title", "Demo " + id)
                .put("timezone", "Asia/Seoul")
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100_000);
        ApiCalls.success(RetryingCaller.answered(() -> calls.call(token, "PUT", ApiCalls.LOCATIONS + id, body)));
    }

    /// The booking system without Kafka: `cancellations`, `moves` or `restorations`; the answer as it is.
    Http.Answer sendBooking(String location, String what, String key, JsonObject body) {
        return RetryingCaller.answered(() -> calls.post(token, ApiCalls.LOCATIONS + location + "/" + what, key, body));
    }
}
