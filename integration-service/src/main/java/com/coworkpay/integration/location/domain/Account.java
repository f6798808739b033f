package com.coworkpay.integration.location.domain;

import com.coworkpay.integration.credential.domain.CredentialSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A merchant account: a location and a CID. It outlives its credential and every disconnect.
public record Account(
        UUID id,
        Cid cid,
        AccountStatus status,
        Instant statusSince,
        CredentialSummary credential,
        LastCheck lastCheck,
        String checkTid,
        Optional<Instant> refusedSince) {

    /// The last conclusive check of an account's credential.
    public record LastCheck(CheckResult result, Instant at) {

        public LastCheck {
            if (!result.isConclusive()) {
                throw new IllegalArgumentException(result + " says nothing about the credential");
            }
        }
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }
}
