package com.coworkpay.refund.location;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.location.persistence.Locations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps the newest state of a location. Cancellations that came before their location are decided now.
@ApplicationScoped
public class KeepLocation {

    private final Locations locations;
    private final DecideCancellations decide;

    KeepLocation(Locations locations, DecideCancellations decide) {
        this.locations = locations;
        this.decide = decide;
    }

    /// Repeatable: an older or the same version changes nothing. Only the first news of a location can complete
    /// anything; what was heard before may be a repetition of just that, after a crash.
    public Uni<Void> keep(LocationState location) {
        return locations.keep(location).chain(kept -> switch (kept) {
            case NEWER -> Uni.createFrom().voidItem();
            case NEW, NO_NEWS ->
                locations.resolveStarts(location.locationId()).chain(() -> decide.ofLocation(location.locationId()));
        });
    }
}
