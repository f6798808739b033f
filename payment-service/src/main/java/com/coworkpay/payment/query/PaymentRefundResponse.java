package com.coworkpay.payment.query;

import com.coworkpay.payment.domain.RefundReason;
import com.coworkpay.payment.domain.RefundStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A refund, as the payer sees it.
@Schema(
        name = "PaymentRefundResponse",
        requiredProperties = {"refundId", "status", "reason", "amountKrw", "requestedAt"})
public record PaymentRefundResponse(
        UUID refundId,

        @Schema(
                description = "SUCCEEDED: refunded by KakaoPay; FAILED: not refunded by KakaoPay. If the location then"
                        + " refunded it another way, refundedKrw includes it")
        RefundStatus status,

        @Schema(
                description = "CANCELLATION: what was paid for was cancelled; NOT_OWED: taken without being owed;"
                        + " BY_LOCATION: the location refunded it")
        RefundReason reason,

        long amountKrw,
        Instant requestedAt,

        @Schema(description = "KakaoPay's own time") @Nullable
        Instant refundedAt,

        @Nullable Instant failedAt) {

    /// Oldest first.
    public static List<PaymentRefundResponse> of(PaymentDetails found) {
        return found.refunds().stream().map(refund -> of((JsonObject) refund)).toList();
    }

    private static PaymentRefundResponse of(JsonObject refund) {
        return new PaymentRefundResponse(
                UUID.fromString(refund.getString("refundId")),
                RefundStatus.valueOf(refund.getString("status")),
                RefundReason.valueOf(refund.getString("reason")),
                refund.getLong("amountKrw"),
                Instant.parse(refund.getString("requestedAt")),
                instant(refund.getString("refundedAt")),
                instant(refund.getString("failedAt")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
