package com.coworkpay.integration.settings.persistence;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.settings.domain.Switches;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Set;

/// A location's switches. A payable type that is not among the enabled ones is off: one that is newer than the row,
/// too.
@Entity
@Table(name = "kakaopay_settings")
public class SwitchesEntity {

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
