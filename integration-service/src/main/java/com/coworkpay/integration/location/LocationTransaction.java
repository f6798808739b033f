package com.coworkpay.integration.location;

import com.coworkpay.integration.audit.SessionAudit;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/// The one transaction by which anything of a location changes: lock its row, read its state, change it, move the
/// version on, put the new state into the outbox, write the audit row. All of it or nothing.
///
/// The work passed in uses the database only: KakaoPay is asked before.
@ApplicationScoped
public class LocationTransaction {

    /// A location that nobody else can change until this transaction ends.
    ///
    /// @param now the database's clock
    public record Locked(LocationState state, Instant now) {}

    /// What a use case did to a locked location.
    public sealed interface Change {

        /// Everything was as requested already: no new version, no event, no audit row.
        record None() implements Change {}

        /// Something changed: a new version, an event with the whole state, and an audit row, all in one transaction.
        record Update(String event, AuditEntry entry) implements Change {}
    }

    private final LocationStore locations;
    private final GetLocation reader;
    private final LocationEventPublisher publisher;
    private final SessionAudit audit;

    LocationTransaction(
            LocationStore locations, GetLocation reader, LocationEventPublisher publisher, SessionAudit audit) {
        this.locations = locations;
        this.reader = reader;
        this.publisher = publisher;
        this.audit = audit;
    }

    /// @return the state as it is after the commit; a problem if the location is unknown or the precondition fails
    public Uni<LocationState> change(String locationId, Precondition precondition, Function<Locked, Uni<Change>> work) {
        return Panache.withTransaction(() -> lock(locationId).chain(lock -> reader.find(locationId)
                        .map(found -> new Locked(found.orElseThrow(), lock.now()))
                        .invoke(locked -> precondition.check(locked.state().version()))
                        .chain(locked -> work.apply(locked).chain(change -> finish(lock, locked, change)))))
                .invoke(publisher::committed);
    }

    private Uni<LocationStore.Lock> lock(String locationId) {
        return locations
                .lock(locationId)
                .map(lock -> lock.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private Uni<LocationState> finish(LocationStore.Lock lock, Locked locked, Change change) {
        return switch (change) {
            case Change.None _ -> Uni.createFrom().item(locked.state());
            case Change.Update update ->
                locations
                        .advance(lock)
                        .chain(version -> reader.after(lock.locationId(), version))
                        .call(after -> publisher.publish(after, update.event()))
                        .call(() -> audit.write(update.entry()));
        };
    }
}
