package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.cancellation.persistence.Cancellations;
import com.coworkpay.refund.start.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// The booking system cancelled or moved something: kept, and decided if its payment is known. A cancellation without
/// one waits for it (`NO_PAYMENT`), which is no error: it may have been paid otherwise, or not at all.
@ApplicationScoped
public class KeepCancellations {

    private final Cancellations cancellations;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;

    KeepCancellations(Cancellations cancellations, ResolveStarts resolveStarts, DecideCancellations decide) {
        this.cancellations = cancellations;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
    }

    /// Repeatable: a second delivery, under whatever event id, finds all of it kept and decided.
    public Uni<Void> keep(List<Cancellation> canceled, List<Move> moved) {
        if (canceled.isEmpty() && moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return cancellations
                .keep(canceled, moved)
                .chain(() -> resolveStarts.at(moved.stream()
                        .filter(each -> each.day() != null)
                        .map(each -> each.payable().locationId())
                        .toList()))
                .chain(() -> decide.ofPayables(
                        canceled.stream().map(Cancellation::payable).toList(), Map.of()));
    }
}
