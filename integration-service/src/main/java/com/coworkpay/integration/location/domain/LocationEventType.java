package com.coworkpay.integration.location.domain;

/// What is published about a location. All three carry the same whole state under one version.
public enum LocationEventType {
    LOCATION_CHANGED("coworkpay.location.changed.v1"),
    INTEGRATION_CHANGED("coworkpay.integration.changed.v1"),
    /// A credential that had been accepted is refused by KakaoPay now.
    CREDENTIAL_CHECK_FAILED("coworkpay.credential.check_failed.v1");

    private final String literal;

    LocationEventType(String literal) {
        this.literal = literal;
    }

    /// As it stands in the contract.
    public String literal() {
        return literal;
    }
}
