package com.coworkpay.refund.ledger;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.OperatorGuidance;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One refund.
@Schema(name = "RefundResponse")
public record RefundResponse(
        UUID refundId,
        RefundStatus status,
        Origin origin,

        @Schema(description = "An administrator's reason, or the reason of the decision")
        String reason,

        @Nullable String note,
        long amountKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable UUID decisionId,
        @Nullable String cancellationId,

        @Schema(description = "The refund batch that requested it") @Nullable
        UUID batchId,

        @Nullable String requestedBy,
        Instant requestedAt,

        @Schema(description = "KakaoPay's own time of the cancel") @Nullable
        Instant canceledAt,

        @Schema(description = "KakaoPay's id of the cancel") @Nullable
        String aid,

        @Nullable Failure failure,
        @Nullable Instant failedAt,

        @Schema(description = "Since when it is in manual review; it continues by itself") @Nullable
        Instant manualReviewSince,

        @Nullable ReviewReason manualReviewReason,

        @Schema(description = "If it is above the location's limit") @Nullable
        ApprovalResponse approval,

        @Schema(description = "The outcome of the last call, for questions to KakaoPay") @Nullable
        String lastAnswer,

        @Schema(description = "What happened and what to do, if it failed or is in manual review") @Nullable
        LocalizedText explanation) {

    public static RefundResponse of(Refund refund) {
        Failure failure = refund.failure();
        ReviewReason reviewReason = refund.manualReviewReason();
        return new RefundResponse(
                refund.id(),
                refund.status(),
                refund.origin(),
                refund.reason(),
                refund.note(),
                refund.amountKrw(),
                refund.amounts().supplyKrw(),
                refund.vatKrw(),
                refund.taxFreeKrw(),
                refund.decisionId(),
                refund.cancellationId(),
                refund.batchId(),
                refund.requestedBy(),
                refund.requestedAt(),
                refund.canceledAt(),
                refund.aid(),
                failure,
                failure == null ? null : refund.finishedAt(),
                refund.manualReviewSince(),
                reviewReason,
                refund.approval() == null ? null : ApprovalResponse.of(refund.approval()),
                refund.lastAnswer(),
                failure != null
                        ? OperatorGuidance.after(failure)
                        : reviewReason != null ? OperatorGuidance.about(reviewReason) : null);
    }
}
