package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the status of cancellations, also of those whose payment is not known.
@ApplicationScoped
class FindCancellations {

    private static final int MAX_ROWS = 100;

    private final CancellationQueryStore cancellations;

    FindCancellations(CancellationQueryStore cancellations) {
        this.cancellations = cancellations;
    }

    /// @param payable or null for whatever has this id: several payables may have it
    /// @param cancellationId or null for all of the payable's
    public Uni<List<FoundCancellation>> find(
            String locationId, @Nullable PayableRef payable, @Nullable String cancellationId) {
        return cancellations.find(locationId, payable, cancellationId, MAX_ROWS);
    }
}
