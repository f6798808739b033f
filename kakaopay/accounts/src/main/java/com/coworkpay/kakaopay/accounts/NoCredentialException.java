package com.coworkpay.kakaopay.accounts;

/// No credential can be had: the account is unknown or erased, or integration-service is away and nothing usable is in
/// memory. Whatever was to be sent surely was not.
final class NoCredentialException extends RuntimeException {

    public enum Why {
        ACCOUNT_GONE,
        INTEGRATION_SERVICE_UNAVAILABLE
    }

    private final transient Why why;

    NoCredentialException(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
