package com.coworkpay.integration.access.domain;

/// What is written down.
public enum AuditAction {
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
