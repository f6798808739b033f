package com.coworkpay.refund.ledger;

import com.coworkpay.refund.domain.Decision;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.policy.domain.DecisionReason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision: its evidence, its result, and why.
@Schema(name = "DecisionResponse")
public record DecisionResponse(
        UUID decisionId,

        @Schema(description = "Absent for an overpayment") @Nullable
        String cancellationId,

        @Schema(description = "REFUND or DECLINED") String outcome,
        DecisionReason reason,
        long amountKrw,
        @Nullable UUID refundId,

        @Schema(description = "The last moment that was in time, where the policy has one") @Nullable
        Instant deadlineAt,

        Instant decidedAt,

        @Schema(description = "Every input of the rule") Map<String, Object> evidence,
        LocalizedText explanation) {

    public static DecisionResponse of(Decision decision) {
        return new DecisionResponse(
                decision.id(),
                decision.cancellationId(),
                decision.outcome(),
                DecisionReason.valueOf(decision.reason()),
                decision.amountKrw(),
                decision.refundId(),
                decision.deadlineAt(),
                decision.decidedAt(),
                decision.evidence(),
                new LocalizedText(decision.explanationKo(), decision.explanationEn()));
    }
}
