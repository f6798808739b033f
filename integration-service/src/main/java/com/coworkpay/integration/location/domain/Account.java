package com.coworkpay.integration.location.domain;

import com.coworkpay.integration.credential.domain.CredentialSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A merchant account: a location and a CID. It outlives its credential and every disconnect.
///
/// @param activation of the connection that is, or of the last one
public record Account(
        UUID id,
        Cid cid,
        AccountStatus status,
        Instant statusSince,
        CredentialSummary credential,
        LastCheck lastCheck,
        String checkTid,
        Optional<Instant> refusedSince,
        Activation activation) {

    /// The last conclusive check of an account's credential.
    public record LastCheck(CheckResult result, Instant at) {

        public LastCheck {
            if (!result.isConclusive()) {
                throw new IllegalArgumentException(result + " says nothing about the credential");
            }
        }
    }

    /// When payments began to go to it, and by whom.
    public record Activation(String by, Instant at) {}

    /// The last time that somebody connected it or brought another key for it: a key may be older than a connection
    /// that was made anew with it.
    public Activation connected() {
        return activation.at().isBefore(credential.acceptedAt())
                ? new Activation(credential.connectedBy(), credential.acceptedAt())
                : activation;
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }
}
