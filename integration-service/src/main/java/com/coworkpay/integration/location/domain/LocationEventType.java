package com.coworkpay.integration.location.domain;

import com.coworkpay.contracts.EventTypes;

/// What is published about a location. All three carry the same whole state under one version.
public enum LocationEventType {
    LOCATION_CHANGED(EventTypes.LOCATION_CHANGED),
    INTEGRATION_CHANGED(EventTypes.INTEGRATION_CHANGED),
    /// A credential that had been accepted is refused by KakaoPay now.
    CREDENTIAL_CHECK_FAILED(EventTypes.CREDENTIAL_CHECK_FAILED);

    private final String literal;

    LocationEventType(String literal) {
        this.literal = literal;
    }

    /// As it stands in the contract.
    public String literal() {
        return literal;
    }
}
