package com.coworkpay.payment.review;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.PublicStatus;
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
record PaymentReviewResponse(
        UUID paymentId,
        PublicStatus status,
        ReviewedPayable payable,
        long totalKrw,
        boolean live,
        @Nullable String tid,

        @Schema(description = "An approve may have taken effect since then") @Nullable
        Instant unsettledSince,

        @Schema(description = "In manual review since then") Instant manualReviewSince,

        @Schema(description = "Order inquiries since approve was last sent")
        int attempts,

        @Schema(description = "When the next scheduled inquiry is made")
        Instant nextCheckAt,

        ReviewCase reviewCase,

        @Schema(description = "The last answer of KakaoPay's order, to quote to KakaoPay's support") @Nullable
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
