package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.transactions.domain.Refund;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A refund of a transaction.
@Schema(name = "TransactionRefund")
public record RefundLineResponse(
        UUID refundId,
        String status,

        @Schema(description = "Who or what asked for it; OUTSIDE: canceled at KakaoPay past this suite")
        String origin,

        String reason,
        long amountKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable String failure,

        @Schema(description = "KakaoPay's id of the cancel") @Nullable
        String aid,

        Instant requestedAt,

        @Schema(description = "KakaoPay's own time of the cancel") @Nullable
        Instant canceledAt,

        @Schema(description = "The same as KakaoPay's dashboard shows it, in Korean time") @Nullable
        LocalDateTime canceledAtKst,

        @Schema(description = "Since when a person has to look at it; null where nobody has to") @Nullable
        Instant manualReviewSince,

        @Schema(description = "Why, as refund-service says it") @Nullable
        String manualReviewReason) {

    static RefundLineResponse of(Refund refund) {
        return new RefundLineResponse(
                refund.refundId(),
                refund.status(),
                refund.origin(),
                refund.reason(),
                refund.amountKrw(),
                refund.vatKrw(),
                refund.taxFreeKrw(),
                refund.failure(),
                refund.aid(),
                refund.requestedAt(),
                refund.canceledAt(),
                KoreanTime.of(refund.canceledAt()),
                refund.manualReviewSince(),
                refund.manualReviewReason());
    }
}
