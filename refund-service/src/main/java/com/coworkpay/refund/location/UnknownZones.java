package com.coworkpay.refund.location;

import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.location.persistence.LocationReplicaStore;
import com.coworkpay.refund.location.persistence.LocationReplicaStore.WithoutZone;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Locations whose zone was not known to the process that stored them. A process with newer zone data decides what
/// waits there. `coworkpay_locations_zone_unknown`: those that are still unknown.
@ApplicationScoped
public class UnknownZones {

    private static final Logger LOG = Logger.getLogger(UnknownZones.class);

    private final LocationReplicaStore locations;
    private final UpdateLocation updateLocation;
    private final AtomicLong waiting = new AtomicLong();

    UnknownZones(LocationReplicaStore locations, UpdateLocation updateLocation, MeterRegistry meters) {
        this.locations = locations;
        this.updateLocation = updateLocation;
        meters.gauge("coworkpay.locations.zone.unknown", waiting);
    }

    /// Never fails: it runs again.
    @Scheduled(
            identity = "unknown-zones",
            every = "${coworkpay.refund.decision.zones:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> recheck() {
        return locations.withoutZone().chain(this::takeUp).onFailure().recoverWithItem(failure -> {
            LOG.warnf("the check of unknown time zones failed: %s", failure.toString());
            return null;
        });
    }

    private Uni<Void> takeUp(List<WithoutZone> found) {
        var known = found.stream()
                .filter(location -> TimeZones.find(location.timezone()).isPresent())
                .toList();
        waiting.set(found.size() - known.size());
        return Multi.createFrom()
                .iterable(known)
                .onItem()
                .transformToUniAndConcatenate(updateLocation::zoneKnown)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
