package com.coworkpay.integration.settings.domain;

import com.coworkpay.contracts.PayableType;
import java.util.Map;
import java.util.Optional;

/// The switches a person wants to set; what is not named stays.
public record SwitchChange(Map<PayableType, Boolean> payables, Optional<Boolean> automaticRefunds) {

    public SwitchChange {
        payables = Map.copyOf(payables);
    }
}
