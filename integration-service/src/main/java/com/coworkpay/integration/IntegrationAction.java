package com.coworkpay.integration;

/// What leaves an audit row here.
public enum IntegrationAction {
    LOCATION_CREATED,
    LOCATION_CHANGED,
    CONNECTED,
    ROTATED,
    /// The same key was given again and accepted again.
    CONFIRMED,
    CONNECT_REFUSED,
    CHECKED,
    SETTINGS_CHANGED,
    DISCONNECTED,
    CREDENTIAL_RELEASED,
    CREDENTIAL_ERASED
}
