package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.domain.Heard;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.cancellation.domain.Restore;
import com.coworkpay.refund.cancellation.persistence.Cancellations;
import com.coworkpay.refund.cancellation.persistence.SetAsideCancellations;
import com.coworkpay.refund.start.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// The booking system cancelled, moved or restored something: kept, and decided if its payment is known. A cancellation
/// without one waits for it (`NO_PAYMENT`), which is no error: it may have been paid otherwise, or not at all. One that
/// cannot be true waits for a person.
@ApplicationScoped
public class KeepCancellations {

    private final Cancellations cancellations;
    private final SetAsideCancellations setAside;
    private final SetAsideMetrics metrics;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;

    KeepCancellations(
            Cancellations cancellations,
            SetAsideCancellations setAside,
            SetAsideMetrics metrics,
            ResolveStarts resolveStarts,
            DecideCancellations decide) {
        this.cancellations = cancellations;
        this.setAside = setAside;
        this.metrics = metrics;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
    }

    /// Repeatable: a second delivery, under whatever event id, finds all of it kept and decided. What is restored is
    /// known before anything is decided.
    public Uni<Void> keep(List<Heard> canceled, List<Move> moved, List<Restore> restored) {
        if (canceled.isEmpty() && moved.isEmpty() && restored.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return cancellations
                .keep(canceled, moved, restored)
                .chain(kept -> kept == canceled.size() ? Uni.createFrom().voidItem() : setAside(canceled))
                .chain(() -> resolveStarts.at(moved.stream()
                        .filter(each -> each.day() != null)
                        .map(each -> each.payable().locationId())
                        .toList()))
                .chain(() -> decide.ofPayables(
                        canceled.stream()
                                .map(each -> each.cancellation().payable())
                                .toList(),
                        Map.of()));
    }

    /// Not all of them were news: some were told before, or something is wrong with them.
    private Uni<Void> setAside(List<Heard> canceled) {
        return setAside.ofEvents(canceled).invoke(metrics::setAside).replaceWithVoid();
    }
}
