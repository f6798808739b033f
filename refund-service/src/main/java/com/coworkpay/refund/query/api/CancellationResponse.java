package com.coworkpay.refund.query.api;

import com.coworkpay.refund.cancellation.domain.SetAsideStatus;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.query.domain.CancellationStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the booking system cancelled, and what has become of it.
@Schema(name = "CancellationResponse")
public record CancellationResponse(
        String cancellationId,
        CanceledPayable payable,
        Instant cancelledAt,
        Role cancelledByRole,

        @Schema(description = "When this service heard of it; decides nothing")
        Instant receivedAt,

        @Schema(description = "NO_PAYMENT is no error: it may have been paid otherwise, or not at all")
        CancellationStatus status,

        @Schema(description = "The status in words") LocalizedText explanation,

        @Schema(description = "Where a person ends it (cancellations/set-aside/{id}), if it was set aside") @Nullable
        UUID setAsideId,

        @Schema(description = "One of each payment of the payable; usually one")
        List<PaymentDecision> decisions) {

    /// What was cancelled.
    @Schema(name = "CanceledPayable")
    public record CanceledPayable(PayableType type, String id) {}

    /// The decision about one payment.
    @Schema(name = "PaymentDecision")
    public record PaymentDecision(UUID paymentId, DecisionResponse decision) {
        static PaymentDecision of(JsonObject state) {
            return new PaymentDecision(UUID.fromString(state.getString("paymentId")), DecisionResponse.of(state));
        }
    }

    static CancellationResponse of(JsonObject state) {
        JsonObject payable = state.getJsonObject("payable");
        List<PaymentDecision> decisions = state.getJsonArray("decisions").stream()
                .map(JsonObject.class::cast)
                .map(PaymentDecision::of)
                .toList();
        JsonObject setAside = state.getJsonObject("setAside");
        CancellationStatus status = CancellationStatus.of(
                state.getBoolean("isPaid"),
                !decisions.isEmpty(),
                state.getBoolean("isLifted"),
                setAside == null ? null : SetAsideStatus.valueOf(setAside.getString("status")));
        return new CancellationResponse(
                state.getString("cancellationId"),
                new CanceledPayable(PayableType.valueOf(payable.getString("type")), payable.getString("id")),
                Instant.parse(state.getString("cancelledAt")),
                Role.valueOf(state.getString("cancelledByRole")),
                Instant.parse(state.getString("receivedAt")),
                status,
                status.text(),
                setAside == null ? null : UUID.fromString(setAside.getString("id")),
                decisions);
    }
}
