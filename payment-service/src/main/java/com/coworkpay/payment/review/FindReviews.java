package com.coworkpay.payment.review;

import com.coworkpay.payment.review.domain.Review;
import com.coworkpay.payment.review.domain.ReviewCursor;
import com.coworkpay.payment.review.persistence.Reviews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the payments that wait for a person.
@ApplicationScoped
public class FindReviews {

    private final Reviews reviews;

    FindReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    /// One more than asked for, if there are more: so that the last page is known to be the last.
    public Uni<List<Review>> page(String locationId, @Nullable ReviewCursor after, int limit) {
        return reviews.page(locationId, after, limit + 1);
    }
}
