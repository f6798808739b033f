package com.coworkpay.refund.location;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.location.persistence.Locations;
import com.coworkpay.refund.location.persistence.Locations.WithoutZone;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.refund.persistence.WaitingRefunds;
import com.coworkpay.refund.start.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Keeps the newest state of a location. Cancellations that came before their location are decided now; refunds that
/// could not be sent go on, as the news may be a new key.
@ApplicationScoped
public class KeepLocation {

    private static final Logger LOG = Logger.getLogger(KeepLocation.class);

    private final Locations locations;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;
    private final WaitingRefunds waiting;
    private final RefundWorker worker;

    KeepLocation(
            Locations locations,
            ResolveStarts resolveStarts,
            DecideCancellations decide,
            WaitingRefunds waiting,
            RefundWorker worker) {
        this.locations = locations;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
        this.waiting = waiting;
        this.worker = worker;
    }

    /// Repeatable: an older or the same version changes nothing. Only the first news of a location can complete
    /// anything; what was heard before may be a repetition of just that, after a crash.
    public Uni<Void> keep(LocationState location) {
        if (!location.isZoneKnown()) {
            LOG.warnf(
                    "location %s has a time zone that is not known here: nothing is decided there",
                    location.locationId());
        }
        return locations.keep(location).chain(kept -> switch (kept) {
            case NEWER -> waiting.goOn(location.locationId()).invoke(worker::wake);
            case NEW, NO_NEWS -> complete(location.locationId());
        });
    }

    /// What waited for its zone is taken up.
    Uni<Void> zoneKnown(WithoutZone location) {
        return locations.zoneKnown(location).chain(() -> complete(location.locationId()));
    }

    private Uni<Void> complete(String locationId) {
        return resolveStarts.at(List.of(locationId)).chain(() -> decide.ofLocation(locationId));
    }
}
