package com.coworkpay.integration.location.domain;

/// The result of verifying a credential at KakaoPay.
public enum CheckResult {
    ACCEPTED(true),
    WRONG_KEY(true),
    WRONG_CID(true),
    DOMAIN_NOT_REGISTERED(true),
    NOT_ENABLED(true),
    IP_NOT_ALLOWED(true),
    /// The day's calls are used up: says nothing about the credential.
    QUOTA_EXCEEDED(false),
    NOT_REACHABLE(false),
    /// An answer that fits none of the others; its code is kept beside it.
    UNEXPECTED(false);

    private final boolean conclusive;

    CheckResult(boolean conclusive) {
        this.conclusive = conclusive;
    }

    /// Whether KakaoPay accepted or refused the credential. Only then is the result stored as the account's last check:
    /// an hour without network must not make a good account look refused.
    public boolean isConclusive() {
        return conclusive;
    }

    public boolean isRefusal() {
        return conclusive && this != ACCEPTED;
    }
}
