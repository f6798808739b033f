package com.coworkpay.integration.settings.persistence;

import com.coworkpay.integration.settings.domain.Switches;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The rows of switches: one for each location that was ever connected.
@ApplicationScoped
public class SwitchStore implements PanacheRepositoryBase<SwitchesEntity, String> {

    /// @return the switches; a location with an account has them
    public Uni<Switches> of(String locationId) {
        return findById(locationId)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("no switches for location " + locationId))
                .map(SwitchesEntity::toSwitches);
    }

    public Uni<Void> put(String locationId, Switches switches) {
        return findById(locationId).chain(entity -> {
            if (entity == null) {
                return persist(new SwitchesEntity(locationId, switches)).replaceWithVoid();
            }
            entity.set(switches);
            return Uni.createFrom().voidItem();
        });
    }
}
