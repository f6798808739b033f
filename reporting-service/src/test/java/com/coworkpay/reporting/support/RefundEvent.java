package com.coworkpay.reporting.support;

import com.coworkpay.platform.outbox.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;

/// The refunds of a payment as refund-service would tell them; each step is a state of a higher version.
public record RefundEvent(JsonObject state) {

    /// Nothing asked for yet.
    public static RefundEvent of(PaymentEvent payment) {
        JsonObject paid = payment.state();
        return new RefundEvent(new JsonObject()
                .put("paymentId", payment.id())
                .put("version", 0)
                .put("locationId", payment.location())
                .put("live", paid.getBoolean("live"))
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", paid.getJsonObject("payable").getString("type"))
                                .put("id", paid.getJsonObject("payable").getString("id")))
                .put("overpaid", paid.getLong("overpaidKrw") > 0)
                .put("totalKrw", payment.total())
                .put("vatKrw", paid.getLong("vatKrw"))
                .put("taxFreeKrw", paid.getLong("taxFreeKrw"))
                .put("refundedKrw", 0)
                .put("refundedVatKrw", 0)
                .put("refundedTaxFreeKrw", 0)
                .put("reservedKrw", 0)
                .put("refundedElsewhereKrw", 0)
                .put("balanceKrw", payment.total())
                .put("refunds", new JsonArray())
                .put("decisions", new JsonArray())
                .put("decisionsOmitted", 0));
    }

    public RefundEvent requested(long amount, Instant at) {
        return requested(amount, vatOf(amount), taxFreeOf(amount), at);
    }

    /// Everything that is left.
    public RefundEvent requestedRest(Instant at) {
        return requested(
                state.getLong("balanceKrw"),
                state.getLong("vatKrw") - state.getLong("refundedVatKrw"),
                state.getLong("taxFreeKrw") - state.getLong("refundedTaxFreeKrw"),
                at);
    }

    private RefundEvent requested(long amount, long vat, long taxFree, Instant at) {
        JsonObject refund = new JsonObject()
                .put("refundId", Ids.next().toString())
                .put("status", "REQUESTED")
                .put("origin", "ADMINISTRATOR")
                .put("reason", "REQUESTED_BY_CUSTOMER")
                .put("amountKrw", amount)
                .put("supplyKrw", amount - vat - taxFree)
                .put("vatKrw", vat)
                .put("taxFreeKrw", taxFree)
                .putNull("decisionId")
                .putNull("cancellationId")
                .putNull("failure")
                .putNull("aid")
                .put("requestedAt", at.toString())
                .putNull("canceledAt")
                .putNull("failedAt")
                .putNull("manualReviewSince")
                .putNull("manualReviewReason")
                .putNull("approval")
                .putNull("batchId");
        JsonObject next = next();
        next.getJsonArray("refunds").add(refund);
        return new RefundEvent(next.put("reservedKrw", next.getLong("reservedKrw") + amount)
                .put("balanceKrw", next.getLong("balanceKrw") - amount));
    }

    /// KakaoPay has given the last one back.
    public RefundEvent succeeded(Instant at) {
        JsonObject next = next();
        JsonObject last = last(next);
        last.put("status", "SUCCEEDED")
                .put("aid", "A" + last.getString("refundId").substring(24).toUpperCase(Locale.ROOT))
                .put("canceledAt", at.toString());
        long amount = last.getLong("amountKrw");
        return new RefundEvent(next.put("reservedKrw", next.getLong("reservedKrw") - amount)
                .put("refundedKrw", next.getLong("refundedKrw") + amount)
                .put("refundedVatKrw", next.getLong("refundedVatKrw") + last.getLong("vatKrw"))
                .put("refundedTaxFreeKrw", next.getLong("refundedTaxFreeKrw") + last.getLong("taxFreeKrw")));
    }

    /// Canceled in KakaoPay's dashboard: a refund that nobody asked for here.
    public RefundEvent outside(long amount, Instant at) {
        RefundEvent requested = requested(amount, at);
        last(requested.state()).put("origin", "OUTSIDE").put("reason", "REFUNDED_OUTSIDE");
        return new RefundEvent(requested.succeeded(at).state().put("version", version() + 1));
    }

    /// Given back past KakaoPay, as a person recorded it.
    public RefundEvent elsewhere(long amount) {
        JsonObject next = next();
        return new RefundEvent(next.put("refundedElsewhereKrw", next.getLong("refundedElsewhereKrw", 0L) + amount)
                .put("balanceKrw", next.getLong("balanceKrw") - amount));
    }

    /// A person has to look at the last one.
    public RefundEvent inManualReview(String reason, Instant at) {
        JsonObject next = next();
        last(next)
                .put("status", "UNKNOWN")
                .put("manualReviewSince", at.toString())
                .put("manualReviewReason", reason);
        return new RefundEvent(next);
    }

    /// KakaoPay has refused the last one.
    public RefundEvent failed(Instant at) {
        JsonObject next = next();
        JsonObject last = last(next);
        last.put("status", "FAILED").put("failure", "REFUSED").put("failedAt", at.toString());
        long amount = last.getLong("amountKrw");
        return new RefundEvent(next.put("reservedKrw", next.getLong("reservedKrw") - amount)
                .put("balanceKrw", next.getLong("balanceKrw") + amount));
    }

    public String id() {
        return state.getString("paymentId");
    }

    public long version() {
        return state.getLong("version");
    }

    public String refundId() {
        return last(state).getString("refundId");
    }

    public String aid() {
        return last(state).getString("aid");
    }

    public String type() {
        JsonArray refunds = state.getJsonArray("refunds");
        if (refunds.isEmpty()) {
            return "coworkpay.refund.resolved.v1";
        }
        JsonObject last = last(state);
        String what = last.getString("manualReviewSince") != null
                ? "manual_review"
                : last.getString("origin").equals("OUTSIDE")
                        ? "recorded_outside"
                        : last.getString("status").toLowerCase(Locale.ROOT);
        return "coworkpay.refund." + what + ".v1";
    }

    private JsonObject next() {
        JsonObject next = state.copy();
        return next.put("version", next.getLong("version") + 1);
    }

    private static JsonObject last(JsonObject state) {
        JsonArray refunds = state.getJsonArray("refunds");
        return refunds.getJsonObject(refunds.size() - 1);
    }

    private long vatOf(long amount) {
        return amount * state.getLong("vatKrw") / payment();
    }

    private long taxFreeOf(long amount) {
        return amount * state.getLong("taxFreeKrw") / payment();
    }

    private long payment() {
        return state.getLong("totalKrw");
    }
}
