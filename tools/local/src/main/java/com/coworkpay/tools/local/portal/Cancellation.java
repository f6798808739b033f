package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That something bought was cancelled, and by whom.
///
/// @param refund an administrator's choice: NONE, FULL or AMOUNT; null leaves it to the policy, or to the product
/// @param amountKrw of AMOUNT
record Cancellation(
        String id,
        Instant at,
        String by,
        String role,
        @Nullable String refund,
        long amountKrw) {
    static final String MEMBER = "LOCATION_MEMBER";
    static final String ADMIN = "ADMIN";

    JsonObject json() {
        var json = new JsonObject()
                .put("id", id)
                .put("at", at.toString())
                .put("by", by)
                .put("role", role)
                .put("amountKrw", amountKrw);
        if (refund != null) {
            json.put("refund", refund);
        }
        return json;
    }

    static Cancellation of(JsonObject json) {
        return new Cancellation(
                json.getString("id"),
                Instant.parse(json.getString("at")),
                json.getString("by"),
                json.getString("role"),
                json.getString("refund"),
                json.getLong("amountKrw"));
    }
}
