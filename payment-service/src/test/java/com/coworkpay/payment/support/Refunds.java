package com.coworkpay.payment.support;

import com.coworkpay.platform.testkit.KafkaProbe;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/// refund-service's state of a payment of 22,000 won, as its contract has it.
public final class Refunds {

    private Refunds() {}

    public static JsonObject state(String paymentId, long version, long refundedKrw, long reservedKrw) {
        return new JsonObject()
                .put("paymentId", paymentId)
                .put("version", version)
                .put("locationId", "loc-any")
                .put("live", true)
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", "b"))
                .put("overpaid", false)
                .put("totalKrw", 22000)
                .put("vatKrw", 2000)
                .put("taxFreeKrw", 0)
                .put("refundedKrw", refundedKrw)
                .put("refundedVatKrw", 0)
                .put("refundedTaxFreeKrw", 0)
                .put("reservedKrw", reservedKrw)
                .put("refundedElsewhereKrw", 0)
                .put("balanceKrw", 22000 - refundedKrw - reservedKrw)
                .put("refunds", new JsonArray())
                .put("decisions", new JsonArray())
                .put("decisionsOmitted", 0);
    }

    public static JsonObject refund(String status, String origin, String reason, long amountKrw) {
        return new JsonObject()
                .put("refundId", UUID.randomUUID().toString())
                .put("status", status)
                .put("origin", origin)
                .put("reason", reason)
                .put("amountKrw", amountKrw)
                .put("supplyKrw", amountKrw)
                .put("vatKrw", 0)
                .put("taxFreeKrw", 0)
                .put("decisionId", null)
                .put("cancellationId", null)
                .put("failure", status.equals("FAILED") ? "PAYER_LEFT" : null)
                .put("aid", null)
                .put("requestedAt", "2026-11-26T01:00:00.000Z")
                .put("canceledAt", status.equals("SUCCEEDED") ? "2026-11-26T01:00:05.000Z" : null)
                .put("failedAt", status.equals("FAILED") ? "2026-11-26T01:00:06.000Z" : null)
                .put("manualReviewSince", null)
                .put("manualReviewReason", null)
                .put("approval", null)
                .put("batchId", null);
    }

    public static String publish(JsonObject state) {
        return KafkaProbe.publish(
                "refund.events", state.getString("paymentId"), "coworkpay.refund.succeeded.v1", state.encode());
    }

    /// Publishes it and waits until it was consumed.
    public static void publishAndWait(JsonObject state) {
        publish(state);
        awaitConsumed(state.getString("paymentId"), state.getLong("version"));
    }

    public static void awaitConsumed(String paymentId, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number(
                                "select coalesce(max(version), 0) from refund_replica where payment_id = ?::uuid",
                                paymentId)
                        == version);
    }
}
