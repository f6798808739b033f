package com.coworkpay.integration.location;

import com.coworkpay.integration.access.persistence.AuditStore;
import com.coworkpay.integration.location.domain.LocationChange;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.location.messaging.LocationEventPublisher;
import com.coworkpay.integration.location.persistence.LocationAggregateReader;
import com.coworkpay.integration.location.persistence.LocationLock;
import com.coworkpay.integration.location.persistence.LocationStore;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/// The one transaction by which anything of a location changes: lock its row, read its state, change it, move the
/// version on, put the new state into the outbox, write the audit row. All of it or nothing.
///
/// The work passed in uses the database only: KakaoPay is asked before.
@ApplicationScoped
public class LocationTransaction {

    private final LocationStore locations;
    private final LocationAggregateReader aggregates;
    private final LocationEventPublisher publisher;
    private final AuditStore audit;

    LocationTransaction(
            LocationStore locations,
            LocationAggregateReader aggregates,
            LocationEventPublisher publisher,
            AuditStore audit) {
        this.locations = locations;
        this.aggregates = aggregates;
        this.publisher = publisher;
        this.audit = audit;
    }

    /// @return the state as it is after the commit; a problem if the location is unknown or the precondition fails
    public Uni<LocationState> change(
            String locationId, Precondition precondition, Function<LockedLocation, Uni<LocationChange>> work) {
        return Panache.withTransaction(() -> lock(locationId).chain(lock -> aggregates
                        .find(locationId)
                        .map(found -> new LockedLocation(found.orElseThrow(), lock.now()))
                        .invoke(locked -> precondition.check(locked.state().version()))
                        .chain(locked -> work.apply(locked).chain(change -> finish(lock, locked, change)))))
                .invoke(publisher::committed);
    }

    private Uni<LocationLock> lock(String locationId) {
        return locations
                .lock(locationId)
                .map(lock -> lock.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private Uni<LocationState> finish(LocationLock lock, LockedLocation locked, LocationChange change) {
        return switch (change) {
            case LocationChange.None _ -> Uni.createFrom().item(locked.state());
            case LocationChange.Update update ->
                locations
                        .advance(lock)
                        .chain(version -> aggregates.after(lock.locationId(), version))
                        .call(after -> publisher.publish(after, update.event()))
                        .call(() -> audit.write(update.auditRecord()));
        };
    }
}
