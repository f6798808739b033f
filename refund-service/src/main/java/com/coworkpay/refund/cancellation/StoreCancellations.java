package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The booking system cancelled, moved or restored something: stored, and decided if its payment is known. A
/// cancellation without one waits for it (`NO_PAYMENT`), which is no error: it may have been paid otherwise, or not at
/// all. An implausible one is set aside for a person.
@ApplicationScoped
public class StoreCancellations {

    private final CancellationStore cancellations;
    private final SetAsideCancellationStore setAside;
    private final SetAsideMetrics metrics;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;

    StoreCancellations(
            CancellationStore cancellations,
            SetAsideCancellationStore setAside,
            SetAsideMetrics metrics,
            ResolveStarts resolveStarts,
            DecideCancellations decide) {
        this.cancellations = cancellations;
        this.setAside = setAside;
        this.metrics = metrics;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
    }

    /// Repeatable: a second delivery, under whatever event id, finds all of it stored and decided. What is restored is
    /// known before anything is decided.
    public Uni<Void> store(
            List<ReceivedCancellation> canceled, List<BookingMoved> rescheduled, List<BookingRestored> restored) {
        if (canceled.isEmpty() && rescheduled.isEmpty() && restored.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return cancellations
                .store(canceled, rescheduled, restored)
                .chain(stored -> stored == canceled.size() ? Uni.createFrom().voidItem() : setAside(canceled))
                .chain(() -> resolveStarts.of(Stream.concat(
                                rescheduled.stream()
                                        .filter(each -> each.day() != null)
                                        .map(BookingMoved::payable),
                                canceled.stream()
                                        .map(ReceivedCancellation::cancellation)
                                        .filter(each -> each.day() != null)
                                        .map(BookingCancelled::payable))
                        .toList()))
                .chain(() -> decide.ofPayables(
                        Stream.concat(
                                        canceled.stream()
                                                .map(each -> each.cancellation().payable()),
                                        // A cancellation may wait for the start that it is moved to.
                                        rescheduled.stream().map(BookingMoved::payable))
                                .toList(),
                        Map.of()));
    }

    /// Not all of them are new: some were received before, or are implausible.
    private Uni<Void> setAside(List<ReceivedCancellation> canceled) {
        return setAside.ofEvents(canceled).invoke(metrics::setAside).replaceWithVoid();
    }
}
