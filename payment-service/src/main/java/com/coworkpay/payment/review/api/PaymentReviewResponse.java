package com.coworkpay.payment.review.api;

import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.review.domain.Review;
import com.coworkpay.payment.review.domain.ReviewCase;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment in manual review.
@Schema(
        name = "PaymentReviewResponse",
        requiredProperties = {
            "paymentId",
            "status",
            "payable",
            "totalKrw",
            "live",
            "manualReviewSince",
            "attempts",
            "nextCheckAt",
            "reviewCase",
            "whatHappened",
            "whatToDo"
        })
public record PaymentReviewResponse(
        UUID paymentId,
        PublicStatus status,
        ReviewedPayable payable,
        long totalKrw,
        boolean live,
        @Nullable String tid,

        @Schema(description = "An approve may have taken effect since then") @Nullable
        Instant unsettledSince,

        @Schema(description = "Since when a person is asked to look")
        Instant manualReviewSince,

        @Schema(description = "Looks at KakaoPay's order since the last send")
        int attempts,

        @Schema(description = "When KakaoPay is asked again by itself")
        Instant nextCheckAt,

        ReviewCase reviewCase,

        @Schema(description = "What KakaoPay's order said last, for somebody who asks KakaoPay") @Nullable
        String lastAnswer,

        LocalizedText whatHappened,
        LocalizedText whatToDo) {

    @Schema(
            name = "ReviewedPayable",
            requiredProperties = {"type", "id"})
    public record ReviewedPayable(PayableType type, String id) {}

    static PaymentReviewResponse of(Review review) {
        return new PaymentReviewResponse(
                review.paymentId(),
                review.status(),
                new ReviewedPayable(review.payableType(), review.payableId()),
                review.totalKrw(),
                review.live(),
                review.tid(),
                review.unsettledSince(),
                review.manualReviewSince(),
                review.attempts(),
                review.nextCheckAt(),
                review.reviewCase(),
                review.lastAnswer(),
                review.reviewCase().whatHappened(),
                review.reviewCase().whatToDo());
    }
}
