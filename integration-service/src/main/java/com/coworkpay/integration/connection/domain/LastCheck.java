package com.coworkpay.integration.connection.domain;

import java.time.Instant;

/// The last conclusive check of an account's credential.
public record LastCheck(CheckResult result, Instant at) {

    public LastCheck {
        if (!result.isConclusive()) {
            throw new IllegalArgumentException(result + " says nothing about the credential");
        }
    }
}
