package com.coworkpay.refund.settlement;

import com.coworkpay.platform.problem.PageCursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists the resolutions that wait for another person.
@ApplicationScoped
class FindProposals {

    private final ProposedResolutionStore proposals;

    FindProposals(ProposedResolutionStore proposals) {
        this.proposals = proposals;
    }

    /// One more than asked for, if there are more: so that the last page is known to be the last.
    ///
    /// @param paymentId of this one alone; null for all
    /// @param after the page begins after it; null for the first one
    Uni<List<ProposedResolution>> page(
            String locationId, @Nullable UUID paymentId, PageCursor.@Nullable InTime after, int limit) {
        return proposals.waiting(locationId, paymentId, after, limit + 1);
    }
}
