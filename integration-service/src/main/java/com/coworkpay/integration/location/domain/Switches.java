package com.coworkpay.integration.location.domain;

import com.coworkpay.contracts.PayableType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What KakaoPay may be used for at a location, and whether cancellations are refunded by themselves.
///
/// @param payables one entry for each [PayableType]
public record Switches(Map<PayableType, Boolean> payables, boolean automaticRefunds) {

    /// What a person wants to set; what is not named stays.
    public record Change(Map<PayableType, Boolean> payables, Optional<Boolean> automaticRefunds) {

        public Change {
            payables = Map.copyOf(payables);
        }
    }

    public Switches {
        if (payables.size() != PayableType.values().length) {
            throw new IllegalArgumentException("a switch for each kind of payable");
        }
        payables = Map.copyOf(payables);
    }

    public static Switches allOn() {
        var payables = new EnumMap<PayableType, Boolean>(PayableType.class);
        for (PayableType type : PayableType.values()) {
            payables.put(type, true);
        }
        return new Switches(payables, true);
    }

    public boolean isOn(PayableType type) {
        return Boolean.TRUE.equals(payables.get(type));
    }

    /// These switches with some of them changed.
    public Switches with(Change change) {
        var changed = new EnumMap<PayableType, Boolean>(payables);
        changed.putAll(change.payables());
        return new Switches(changed, change.automaticRefunds().orElse(automaticRefunds));
    }
}
