package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What `booking.notices` has told of one payable, as the contract says to read it: of each payment the notice with the
/// highest version, of refunds each notice as a fact of its own.
///
/// @param payments by payment id
/// @param refunds by refund id, or by cancellation id where nothing goes back
record Told(Map<String, JsonObject> payments, Map<String, JsonObject> refunds) {
    static final Told NOTHING = new Told(Map.of(), Map.of());

    private static final String PAYMENT = "coworkpay.notice.payment_";

    Told {
        payments = Map.copyOf(payments);
        refunds = Map.copyOf(refunds);
    }

    Told and(String type, JsonObject notice) {
        return type.startsWith(PAYMENT) ? andPayment(notice) : andRefund(notice);
    }

    private Told andPayment(JsonObject notice) {
        String id = notice.getString("paymentId");
        var known = payments.get(id);
        if (known != null && known.getLong("version") >= notice.getLong("version")) {
            return this;
        }
        var all = new TreeMap<>(payments);
        all.put(id, notice);
        return new Told(all, refunds);
    }

    private Told andRefund(JsonObject notice) {
        String refund = notice.getString("refundId");
        String key = refund == null ? String.valueOf(notice.getString("cancellationId")) : refund;
        var known = refunds.get(key);
        if (known != null && known.getLong("version") >= notice.getLong("version")) {
            return this;
        }
        var all = new TreeMap<>(refunds);
        all.put(key, notice);
        return new Told(payments, all);
    }

    /// The payment that paid it, the last one where a cancellation was taken back; null as long as none is told.
    @Nullable
    JsonObject paid() {
        return payments.values().stream()
                .filter(notice -> "SUCCEEDED".equals(notice.getString("status")))
                .max(Comparator.comparing((JsonObject notice) -> notice.getString("occurredAt")))
                .orElse(null);
    }

    /// In all, of the payment that paid it.
    long refundedKrw() {
        var paid = paid();
        return paid == null
                ? 0
                : refunds.values().stream()
                        .filter(notice -> paid.getString("paymentId").equals(notice.getString("paymentId")))
                        .mapToLong(notice -> notice.getLong("refundedKrw"))
                        .max()
                        .orElse(0);
    }

    /// What was told of this cancellation: what went back, or why nothing did; null as long as nothing is told.
    @Nullable
    JsonObject about(String cancellationId) {
        return refunds.values().stream()
                .filter(notice -> cancellationId.equals(notice.getString("cancellationId")))
                .findFirst()
                .orElse(null);
    }

    JsonObject json() {
        return new JsonObject()
                .put("payments", new JsonArray(payments.values().stream().toList()))
                .put("refunds", new JsonArray(refunds.values().stream().toList()));
    }

    static Told of(JsonObject json) {
        var told = NOTHING;
        for (var notice : json.getJsonArray("payments")) {
            told = told.andPayment((JsonObject) notice);
        }
        for (var notice : json.getJsonArray("refunds")) {
            told = told.andRefund((JsonObject) notice);
        }
        return told;
    }
}
