package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.query.persistence.LedgerQueryStore;
import com.coworkpay.refund.review.domain.ReviewCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a payment's refunds and the decisions about it.
@ApplicationScoped
public class FindRefunds {

    private final LedgerQueryStore ledgers;

    FindRefunds(LedgerQueryStore ledgers) {
        this.ledgers = ledgers;
    }

    /// Empty if no such payment is known to be paid.
    public Uni<Optional<Ledger>> ofPayment(String locationId, UUID paymentId) {
        return ledgers.find(locationId, paymentId);
    }

    /// One of a payment's refunds.
    public Uni<Optional<Refund>> one(String locationId, UUID paymentId, UUID refundId) {
        return ofPayment(locationId, paymentId).map(found -> found.flatMap(ledger -> ledger.refund(refundId)));
    }

    /// One more than `limit` if there is a next page.
    public Uni<List<Refund>> inManualReview(String locationId, @Nullable ReviewCursor after, int limit) {
        return ledgers.inManualReview(
                locationId, after == null ? null : after.since(), after == null ? null : after.refundId(), limit + 1);
    }
}
