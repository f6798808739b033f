package com.coworkpay.integration.location;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.location.domain.Switches;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Set;

/// The rows of switches: one for each location that was ever connected.
@ApplicationScoped
public class SwitchStore implements PanacheRepositoryBase<SwitchStore.SwitchesEntity, String> {

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

    /// A location's switches. A payable type that is not among the enabled ones is off: one that is newer than the row,
    /// too.
    @Entity
    @Table(name = "kakaopay_settings")
    static class SwitchesEntity {

        @Id
        @Column(name = "location_id")
        private String locationId;

        @Column(name = "enabled_payables", nullable = false)
        private String[] enabledPayables;

        @Column(name = "automatic_refunds", nullable = false)
        private boolean automaticRefunds;

        protected SwitchesEntity() {}

        SwitchesEntity(String locationId, Switches switches) {
            this.locationId = locationId;
            set(switches);
        }

        final void set(Switches switches) {
            enabledPayables = Arrays.stream(PayableType.values())
                    .filter(switches::isOn)
                    .map(PayableType::name)
                    .toArray(String[]::new);
            automaticRefunds = switches.automaticRefunds();
        }

        Switches toSwitches() {
            Set<String> enabled = Set.of(enabledPayables);
            var payables = new EnumMap<PayableType, Boolean>(PayableType.class);
            for (PayableType type : PayableType.values()) {
                payables.put(type, enabled.contains(type.name()));
            }
            return new Switches(payables, automaticRefunds);
        }
    }
}
