package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.Resolution;
import com.coworkpay.refund.domain.ResolutionOutcome;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stored resolution.
@Schema(name = "ResolutionResponse")
record ResolutionResponse(
        UUID resolutionId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        long amountKrw,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        Instant resolvedAt,

        @Schema(description = "Another person, where it is above the location's limit") @Nullable
        String approvedBy,

        @Schema(description = "What KakaoPay's order showed in the same request")
        String orderAnswer,

        @Schema(description = "The present status of the refund: what KakaoPay shows later wins")
        RefundStatus status) {

    static ResolutionResponse of(StoredResolution stored) {
        Resolution resolution = stored.resolution();
        return new ResolutionResponse(
                resolution.id(),
                resolution.paymentId(),
                resolution.refundId(),
                resolution.outcome(),
                resolution.amountKrw(),
                resolution.evidence(),
                resolution.note(),
                resolution.resolvedBy(),
                resolution.resolvedAt(),
                resolution.approvedBy(),
                resolution.orderAnswer(),
                stored.status());
    }
}
