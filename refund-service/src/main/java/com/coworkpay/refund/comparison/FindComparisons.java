package com.coworkpay.refund.comparison;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.refund.comparison.ComparedPaymentPageResponse.ComparedPaymentResponse;
import com.coworkpay.refund.ledger.PathIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads comparisons of periods and what they found.
@ApplicationScoped
class FindComparisons {

    private final ComparisonStore store;

    FindComparisons(ComparisonStore store) {
        this.store = store;
    }

    Uni<ComparisonResponse> one(String locationId, UUID id) {
        return store.one(locationId, id)
                .map(found -> found.map(ComparisonResponse::of).orElseThrow(PathIds::notFound));
    }

    Uni<ComparisonPageResponse> page(String locationId, @Nullable String cursor, int limit) {
        String question = PageCursor.question("comparisons", locationId);
        return store.page(locationId, PageCursor.InTime.of(cursor, question), limit + 1)
                .map(found -> {
                    List<StoredComparison> shown = found.subList(0, Math.min(limit, found.size()));
                    return new ComparisonPageResponse(
                            shown.stream().map(ComparisonResponse::of).toList(),
                            found.size() > limit
                                    ? new PageCursor.InTime(
                                                    shown.getLast().requestedAt(),
                                                    shown.getLast().id())
                                            .cursor(question)
                                    : null);
                });
    }

    Uni<ComparedPaymentPageResponse> different(String locationId, UUID id, @Nullable String cursor, int limit) {
        String question = PageCursor.question("results of a comparison", locationId, id);
        var after = PageCursor.InTime.of(cursor, question);
        return one(locationId, id)
                .chain(() -> store.different(id, after, limit + 1))
                .map(found -> payments(found, question, limit));
    }

    Uni<ComparedPaymentPageResponse> unexplained(String locationId, @Nullable String cursor, int limit) {
        String question = PageCursor.question("unexplained payments", locationId);
        return store.unexplained(locationId, PageCursor.InTime.of(cursor, question), limit + 1)
                .map(found -> payments(found, question, limit));
    }

    /// @param found one more than `limit` if there is a next page
    private static ComparedPaymentPageResponse payments(List<ComparedPayment> found, String question, int limit) {
        List<ComparedPayment> shown = found.subList(0, Math.min(limit, found.size()));
        return new ComparedPaymentPageResponse(
                shown.stream().map(ComparedPaymentResponse::of).toList(),
                found.size() > limit
                        ? new PageCursor.InTime(
                                        shown.getLast().comparedAt(),
                                        shown.getLast().paymentId())
                                .cursor(question)
                        : null);
    }
}
