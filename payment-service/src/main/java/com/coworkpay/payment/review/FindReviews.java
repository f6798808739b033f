package com.coworkpay.payment.review;

import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the payments in manual review.
@ApplicationScoped
class FindReviews {

    private final ReviewStore reviews;

    FindReviews(ReviewStore reviews) {
        this.reviews = reviews;
    }

    /// One more than asked for, if there are more: so that the last page is known to be the last.
    public Uni<List<ReviewStore.Found>> page(String locationId, PageCursor.@Nullable InTime after, int limit) {
        return reviews.page(locationId, after, limit + 1);
    }
}
