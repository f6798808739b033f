package com.coworkpay.payment.review;

import com.coworkpay.platform.problem.PageCursor;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the payments in manual review.
@Schema(
        name = "PaymentReviewPageResponse",
        requiredProperties = {"payments"})
record PaymentReviewPageResponse(
        @Schema(description = "Oldest first") List<PaymentReviewResponse> payments,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// @param found one more than `limit` if there is a next page
    static PaymentReviewPageResponse of(String locationId, List<ReviewStore.Found> found, int limit) {
        List<ReviewStore.Found> shown = found.subList(0, Math.min(limit, found.size()));
        return new PaymentReviewPageResponse(
                shown.stream()
                        .map(ReviewStore.Found::review)
                        .filter(Objects::nonNull)
                        .map(PaymentReviewResponse::of)
                        .toList(),
                found.size() > limit ? shown.getLast().place().cursor(question(locationId)) : null);
    }

    static String question(String locationId) {
        return PageCursor.question("payments in manual review", locationId);
    }
}
