package com.coworkpay.refund.query.api;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.cancellation.domain.SetAsideStatus;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.query.domain.CancellationStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the booking system cancelled, and its status.
@Schema(name = "CancellationResponse")
public record CancellationResponse(
        String cancellationId,
        CanceledPayable payable,
        Instant cancelledAt,
        Role cancelledByRole,

        @Schema(description = "When this service received it; not used for the decision")
        Instant receivedAt,

        @Schema(description = "NO_PAYMENT is no error: it may have been paid otherwise, or not at all")
        CancellationStatus status,

        @Schema(description = "The status as a sentence") LocalizedText explanation,

        @Schema(description = "The id of its entry in cancellations/set-aside, if it was set aside") @Nullable
        UUID setAsideId,

        @Schema(description = "One for each payment of the payable; usually one")
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
                state.getBoolean("isRestored"),
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
