package com.coworkpay.payment.review;

import com.coworkpay.payment.query.Cursor;
import java.util.List;
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
    static PaymentReviewPageResponse of(String locationId, List<Review> found, int limit) {
        List<Review> shown = found.subList(0, Math.min(limit, found.size()));
        return new PaymentReviewPageResponse(
                shown.stream().map(PaymentReviewResponse::of).toList(),
                found.size() > limit ? cursorOf(shown.getLast()).encode(question(locationId)) : null);
    }

    static String question(String locationId) {
        return "manual-review/" + locationId;
    }

    private static Cursor cursorOf(Review last) {
        return new Cursor(last.manualReviewSince(), last.paymentId());
    }
}
