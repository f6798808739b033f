package com.coworkpay.integration.settings.domain;

/// Why KakaoPay is not offered.
public enum UnavailableReason {
    NOT_CONNECTED,
    SWITCHED_OFF,
    /// Connected with a test CID while the installation allows none.
    TEST_ACCOUNT_NOT_ALLOWED,
    /// KakaoPay refused the credential when it was tried last.
    CREDENTIAL_REFUSED
}
