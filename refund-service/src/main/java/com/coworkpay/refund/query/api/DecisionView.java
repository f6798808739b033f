package com.coworkpay.refund.query.api;

import com.coworkpay.refund.domain.Words;
import com.coworkpay.refund.policy.domain.DecisionReason;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision as it was made: what it saw, what it said, and why.
@Schema(name = "RefundDecision")
public record DecisionView(
        UUID decisionId,

        @Schema(description = "Absent for a surplus") @Nullable
        String cancellationId,

        @Schema(description = "REFUND or DECLINED") String outcome,
        DecisionReason reason,
        long amountKrw,
        @Nullable UUID refundId,

        @Schema(description = "The last moment that was in time, where the policy has one") @Nullable
        Instant deadlineAt,

        Instant decidedAt,

        @Schema(description = "Everything the rule saw") Map<String, Object> saw,
        Words explanation) {

    static DecisionView of(JsonObject state) {
        JsonObject words = state.getJsonObject("explanation");
        return new DecisionView(
                UUID.fromString(state.getString("decisionId")),
                state.getString("cancellationId"),
                state.getString("outcome"),
                DecisionReason.valueOf(state.getString("reason")),
                state.getLong("amountKrw"),
                RefundView.word(state, "refundId", UUID::fromString),
                RefundView.word(state, "deadlineAt", Instant::parse),
                Instant.parse(state.getString("decidedAt")),
                state.getJsonObject("saw").getMap(),
                new Words(words.getString("ko"), words.getString("en")));
    }
}
