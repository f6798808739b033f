package com.coworkpay.integration.location;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.audit.SessionAudit;
import com.coworkpay.integration.location.domain.Location;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Creates or describes a location. The same description again changes nothing and publishes nothing.
@ApplicationScoped
class PutLocation {

    /// @param created whether it was new
    record Result(LocationState state, boolean created) {}

    private final LocationStore locations;
    private final LocationTransaction transaction;
    private final LocationEventPublisher publisher;
    private final SessionAudit audit;

    PutLocation(
            LocationStore locations,
            LocationTransaction transaction,
            LocationEventPublisher publisher,
            SessionAudit audit) {
        this.locations = locations;
        this.transaction = transaction;
        this.publisher = publisher;
        this.audit = audit;
    }

    Uni<Result> put(Location location, Precondition precondition, Actor actor) {
        if (!TimeZones.isAccepted(location.zone().getId())) {
            return keepZone(location, precondition, actor);
        }
        return create(location, actor)
                .chain(created -> created.isPresent()
                        ? Uni.createFrom().item(new Result(created.get(), true))
                        : change(location, precondition, actor).map(state -> new Result(state, false)));
    }

    /// A zone that was accepted once stays with its location; nobody else gets it.
    private Uni<Result> keepZone(Location location, Precondition precondition, Actor actor) {
        return change(location, precondition, actor)
                .map(state -> new Result(state, false))
                .onFailure(PutLocation::isUnknown)
                .transform(_ -> zoneNotAccepted());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.NOT_FOUND;
    }

    private static ProblemException zoneNotAccepted() {
        return ProblemException.of(IntegrationProblem.ZONE_NOT_ACCEPTED).field("timezone");
    }

    private Uni<Optional<LocationState>> create(Location location, Actor actor) {
        return Panache.withTransaction(() -> locations
                        .insertIfAbsent(location)
                        .chain(inserted -> inserted
                                ? announce(new LocationState(location, 1, Optional.empty()), actor)
                                        .map(Optional::of)
                                : Uni.createFrom().item(Optional.<LocationState>empty())))
                .invoke(created -> created.ifPresent(publisher::committed));
    }

    private Uni<LocationState> announce(LocationState state, Actor actor) {
        return publisher
                .publish(state, EventTypes.LOCATION_CHANGED)
                .chain(() -> audit.write(audited(IntegrationAction.LOCATION_CREATED, actor, state.location())))
                .replaceWith(state);
    }

    private Uni<LocationState> change(Location location, Precondition precondition, Actor actor) {
        return transaction.change(location.id(), precondition, locked -> {
            if (locked.state().location().equals(location)) {
                return Uni.createFrom().item(new LocationTransaction.Change.None());
            }
            if (!locked.state().location().zone().equals(location.zone())
                    && !TimeZones.isAccepted(location.zone().getId())) {
                throw zoneNotAccepted();
            }
            var entry = changed(actor, locked.state().location(), location);
            return locations
                    .describe(location)
                    .replaceWith(new LocationTransaction.Change.Update(EventTypes.LOCATION_CHANGED, entry));
        });
    }

    private static AuditEntry audited(IntegrationAction action, Actor actor, Location location) {
        return AuditEntry.done(action, actor, AuditDetail.location(location.id()))
                .with(detail(location));
    }

    private static AuditEntry changed(Actor actor, Location before, Location after) {
        AuditEntry entry = audited(IntegrationAction.LOCATION_CHANGED, actor, after);
        for (var value : detail(before).entrySet()) {
            entry = entry.changed(
                    value.getKey(), value.getValue(), detail(after).get(value.getKey()));
        }
        return entry;
    }

    private static Map<String, String> detail(Location location) {
        Map<String, String> detail = new HashMap<>();
        detail.put("title", location.title());
        detail.put("timezone", location.zone().getId());
        detail.put("locale", location.locale().tag());
        detail.put("refundApprovalLimitKrw", Long.toString(location.refundApprovalLimitKrw()));
        location.seller().ifPresent(seller -> {
            put(detail, "seller.name", seller.name());
            put(detail, "seller.businessNumber", seller.businessDigits());
            put(detail, "seller.representative", seller.representative());
            put(detail, "seller.address", seller.address());
            put(detail, "seller.phone", seller.phone());
        });
        return detail;
    }

    private static void put(Map<String, String> detail, String name, @Nullable String value) {
        if (value != null) {
            detail.put(name, value);
        }
    }
}
