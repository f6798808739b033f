package com.coworkpay.refund.intake;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.cancellation.LocationReplicaStore;
import com.coworkpay.refund.cancellation.LocationReplicaStore.WithoutZone;
import com.coworkpay.refund.cancellation.ResolveStarts;
import com.coworkpay.refund.refund.PostponedRefundStore;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/// Updates the replica of a location to its newest state. Cancellations that were received before their location are
/// decided now; refunds that could not be sent are sent now, as there may be a new key.
@ApplicationScoped
class UpdateLocation {

    private static final Logger LOG = Logger.getLogger(UpdateLocation.class);

    private final LocationReplicaStore locations;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;
    private final PostponedRefundStore postponed;
    private final RefundWorker worker;

    UpdateLocation(
            LocationReplicaStore locations,
            ResolveStarts resolveStarts,
            DecideCancellations decide,
            PostponedRefundStore postponed,
            RefundWorker worker) {
        this.locations = locations;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
        this.postponed = postponed;
        this.worker = worker;
    }

    /// Repeatable: an older or the same version changes nothing. Only the first state of a location can complete
    /// cases; a known version may be a redelivery of just that, after a crash.
    public Uni<Void> update(LocationStateV1 location) {
        boolean isZoneKnown = TimeZones.find(location.timezone()).isPresent();
        if (!isZoneKnown) {
            LOG.warnf(
                    "location %s has a time zone that is not known here: nothing is decided there",
                    location.locationId());
        }
        return locations.upsert(location, isZoneKnown).chain(result -> switch (result) {
            case NEWER -> postponed.resume(location.locationId()).invoke(worker::wake);
            case NEW, UNCHANGED -> complete(location.locationId());
        });
    }

    /// What waited for its zone is decided.
    public Uni<Void> zoneKnown(WithoutZone location) {
        return locations.zoneKnown(location).chain(() -> complete(location.locationId()));
    }

    private Uni<Void> complete(String locationId) {
        return resolveStarts
                .waitingAt(locationId, null, waited -> decide.ofPayables(waited, Map.of()))
                .chain(() -> decide.ofLocation(locationId));
    }
}
