package com.coworkpay.payment.refund;

import com.coworkpay.payment.domain.RefundReason;
import com.coworkpay.payment.domain.RefundStatus;
import com.coworkpay.platform.outbox.EventFields;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What payment-service keeps of a payment's refunds: the sums, and each refund as its payer may see it.
///
/// @param version of the payment's refunds, not of the payment
/// @param reservedKrw on its way back
record RefundState(UUID paymentId, long version, long refundedKrw, long reservedKrw, JsonArray refunds) {

    /// @throws UnreadableEvent for data that does not fit the contract
    static RefundState read(JsonNode data) {
        JsonNode told = data.path("refunds");
        if (!told.isArray()) {
            throw new UnreadableEvent("refunds is missing or no list");
        }
        JsonArray refunds = new JsonArray();
        told.forEach(refund -> refunds.add(seenByPayer(refund)));
        return new RefundState(
                EventFields.uuid(data, "paymentId"),
                EventFields.number(data, "version", 1),
                EventFields.number(data, "refundedKrw", 0),
                EventFields.number(data, "reservedKrw", 0),
                refunds);
    }

    /// The highest version of each payment.
    static Collection<RefundState> latestOf(List<RefundState> told) {
        Map<UUID, RefundState> latest = new HashMap<>();
        told.forEach(each -> latest.merge(each.paymentId(), each, (a, b) -> a.version() < b.version() ? b : a));
        return latest.values();
    }

    JsonObject row() {
        return new JsonObject()
                .put("payment_id", paymentId.toString())
                .put("version", version)
                .put("refunded_krw", refundedKrw)
                .put("reserved_krw", reservedKrw)
                .put("refunds", refunds);
    }

    private static JsonObject seenByPayer(JsonNode refund) {
        return new JsonObject()
                .put("refundId", EventFields.uuid(refund, "refundId").toString())
                .put(
                        "status",
                        RefundStatus.told(EventFields.text(refund, "status")).name())
                .put(
                        "reason",
                        RefundReason.told(EventFields.text(refund, "origin")).name())
                .put("amountKrw", EventFields.number(refund, "amountKrw", 1))
                .put("requestedAt", EventFields.instant(refund, "requestedAt").toString())
                .put("refundedAt", text(EventFields.instantOrNull(refund, "canceledAt")))
                .put("failedAt", text(EventFields.instantOrNull(refund, "failedAt")));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
