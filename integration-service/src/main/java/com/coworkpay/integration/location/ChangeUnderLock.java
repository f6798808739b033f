package com.coworkpay.integration.location;

import com.coworkpay.integration.access.persistence.AuditTrail;
import com.coworkpay.integration.location.domain.Change;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.location.messaging.LocationEvents;
import com.coworkpay.integration.location.persistence.LocationLock;
import com.coworkpay.integration.location.persistence.LocationStates;
import com.coworkpay.integration.location.persistence.Locations;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/// The one transaction by which anything of a location changes: lock its row, read its state, change it, move the
/// version on, put the new state into the outbox, write the audit row. All of it or nothing.
///
/// The work handed in speaks to the database only: KakaoPay is asked before.
@ApplicationScoped
public class ChangeUnderLock {

    @Inject
    Locations locations;

    @Inject
    LocationStates states;

    @Inject
    LocationEvents events;

    @Inject
    AuditTrail audit;

    /// @return the state as it is after the commit; a problem if the location is unknown or the precondition fails
    public Uni<LocationState> change(String locationId, Precondition precondition, Function<Locked, Uni<Change>> work) {
        return Panache.withTransaction(() -> lock(locationId).chain(lock -> states.find(locationId)
                        .map(found -> new Locked(found.orElseThrow(), lock.now()))
                        .invoke(locked -> precondition.check(locked.state().version()))
                        .chain(locked -> work.apply(locked).chain(change -> finish(lock, locked, change)))))
                .invoke(events::committed);
    }

    private Uni<LocationLock> lock(String locationId) {
        return locations
                .lock(locationId)
                .map(lock -> lock.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private Uni<LocationState> finish(LocationLock lock, Locked locked, Change change) {
        return switch (change) {
            case Change.Nothing _ -> Uni.createFrom().item(locked.state());
            case Change.Made made ->
                locations
                        .advance(lock)
                        .chain(version -> states.after(lock.locationId(), version))
                        .call(after -> events.publish(after, made.event()))
                        .call(() -> audit.write(made.line()));
        };
    }
}
