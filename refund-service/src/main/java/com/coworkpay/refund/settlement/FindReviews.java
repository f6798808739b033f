package com.coworkpay.refund.settlement;

import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the refunds in manual review.
@ApplicationScoped
class FindReviews {

    private final ManualReviewStore refunds;

    FindReviews(ManualReviewStore refunds) {
        this.refunds = refunds;
    }

    /// One more than asked for, if there are more: so that the last page is known to be the last.
    ///
    /// @param after the page begins after it; null for the first one
    Uni<List<ManualReviewStore.Found>> page(String locationId, PageCursor.@Nullable InTime after, int limit) {
        return after == null
                ? refunds.inManualReview(locationId, null, null, limit + 1)
                : refunds.inManualReview(locationId, after.at(), after.id(), limit + 1);
    }
}
