package com.coworkpay.refund.comparison;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// A person stops a comparison of a period: nothing more is taken; what was taken ends.
@ApplicationScoped
class StopComparison {

    private final ComparisonStore comparisons;

    StopComparison(ComparisonStore comparisons) {
        this.comparisons = comparisons;
    }

    /// Changes nothing if it is over, or not of this location. Runs to its end even if the caller disconnects.
    Uni<Void> stop(String locationId, UUID id, String stoppedBy) {
        return comparisons.stop(locationId, id, stoppedBy).memoize().indefinitely();
    }
}
