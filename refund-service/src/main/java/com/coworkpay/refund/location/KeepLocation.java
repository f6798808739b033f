package com.coworkpay.refund.location;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.location.persistence.Locations;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.refund.persistence.WaitingRefunds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps the newest state of a location. Cancellations that came before their location are decided now; refunds that
/// could not be sent go on, as the news may be a new key.
@ApplicationScoped
public class KeepLocation {

    private final Locations locations;
    private final DecideCancellations decide;
    private final WaitingRefunds waiting;
    private final RefundWorker worker;

    KeepLocation(Locations locations, DecideCancellations decide, WaitingRefunds waiting, RefundWorker worker) {
        this.locations = locations;
        this.decide = decide;
        this.waiting = waiting;
        this.worker = worker;
    }

    /// Repeatable: an older or the same version changes nothing. Only the first news of a location can complete
    /// anything; what was heard before may be a repetition of just that, after a crash.
    public Uni<Void> keep(LocationState location) {
        return locations.keep(location).chain(kept -> switch (kept) {
            case NEWER -> waiting.goOn(location.locationId()).invoke(worker::wake);
            case NEW, NO_NEWS ->
                locations.resolveStarts(location.locationId()).chain(() -> decide.ofLocation(location.locationId()));
        });
    }
}
