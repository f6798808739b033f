package com.coworkpay.payment.refund;

import com.coworkpay.payment.domain.RefundReason;
import com.coworkpay.payment.domain.RefundStatus;
import com.coworkpay.platform.outbox.EventData;
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
/// @param refundedKrw refunded by KakaoPay or, as a person confirmed, another way; a full refund frees the payable
/// @param reservedKrw being refunded
record RefundState(UUID paymentId, long version, long refundedKrw, long reservedKrw, JsonArray refunds) {

    /// More refunds of one payment than refund-service makes.
    private static final int MAX_REFUNDS = 1000;

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static RefundState read(JsonNode data) {
        EventData state = EventData.of(data);
        JsonArray refunds = new JsonArray();
        state.objects("refunds", MAX_REFUNDS).forEach(refund -> refunds.add(publicRefund(refund)));
        return new RefundState(
                state.uuid("paymentId"),
                state.whole("version", 1),
                state.whole("refundedKrw", 0) + state.whole("refundedElsewhereKrw", 0),
                state.whole("reservedKrw", 0),
                refunds);
    }

    /// The highest version of each payment.
    static Collection<RefundState> latestOf(List<RefundState> states) {
        Map<UUID, RefundState> latest = new HashMap<>();
        states.forEach(each -> latest.merge(each.paymentId(), each, (a, b) -> a.version() < b.version() ? b : a));
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

    private static JsonObject publicRefund(EventData refund) {
        return new JsonObject()
                .put("refundId", refund.uuid("refundId").toString())
                .put("status", RefundStatus.of(refund.text("status")).name())
                .put("reason", RefundReason.ofOrigin(refund.text("origin")).name())
                .put("amountKrw", refund.whole("amountKrw", 1))
                .put("requestedAt", refund.instant("requestedAt").toString())
                .put("refundedAt", text(refund.instantOrNull("canceledAt")))
                .put("failedAt", text(refund.instantOrNull("failedAt")));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
