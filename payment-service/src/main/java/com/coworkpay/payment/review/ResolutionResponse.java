package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.PublicStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stored resolution.
@Schema(
        name = "PaymentResolutionResponse",
        requiredProperties = {
            "resolutionId",
            "paymentId",
            "outcome",
            "evidence",
            "resolvedBy",
            "resolvedAt",
            "orderAnswer",
            "status"
        })
record ResolutionResponse(
        UUID resolutionId,
        UUID paymentId,
        ResolutionOutcome outcome,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        Instant resolvedAt,

        @Schema(description = "The answer of KakaoPay's order in the same act")
        String orderAnswer,

        @Schema(description = "The payment's current status: what KakaoPay shows later wins")
        PublicStatus status) {

    static ResolutionResponse of(Resolution resolution) {
        return new ResolutionResponse(
                resolution.resolutionId(),
                resolution.paymentId(),
                resolution.outcome(),
                resolution.evidence(),
                resolution.note(),
                resolution.resolvedBy(),
                resolution.resolvedAt(),
                resolution.orderAnswer(),
                resolution.status());
    }
}
