package com.coworkpay.refund.query.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A payment's refunds, the newest decisions about it, and what is left.
@Schema(name = "PaymentRefundsResponse")
public record PaymentRefundsResponse(
        UUID paymentId,

        @Schema(description = "Counts what was told of this payment's refunds")
        long version,

        String locationId,

        @Schema(description = "False for a KakaoPay test account: no money moves")
        boolean live,

        @Schema(description = "Money that nobody owed: it goes back whole")
        boolean overpaid,

        long totalKrw,
        long refundedKrw,

        @Schema(description = "On its way back: requested, in flight, or not known")
        long reservedKrw,

        @Schema(description = "Given back another way, as a person confirmed: not at KakaoPay")
        long refundedElsewhereKrw,

        @Schema(description = "What may still be refunded: a new refund has to name it")
        long balanceKrw,

        List<RefundResponse> refunds,

        @Schema(description = "The newest 20, oldest first; each is also found by its cancellation")
        List<DecisionResponse> decisions,

        @Schema(description = "How many older decisions are left out")
        long decisionsOmitted) {

    static PaymentRefundsResponse of(JsonObject state) {
        return new PaymentRefundsResponse(
                UUID.fromString(state.getString("paymentId")),
                state.getLong("version"),
                state.getString("locationId"),
                state.getBoolean("live"),
                state.getBoolean("overpaid"),
                state.getLong("totalKrw"),
                state.getLong("refundedKrw"),
                state.getLong("reservedKrw"),
                state.getLong("refundedElsewhereKrw"),
                state.getLong("balanceKrw"),
                objects(state, "refunds").stream().map(RefundResponse::of).toList(),
                objects(state, "decisions").stream().map(DecisionResponse::of).toList(),
                state.getLong("decisionsOmitted"));
    }

    private static List<JsonObject> objects(JsonObject state, String name) {
        return state.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }
}
