package com.coworkpay.integration.connection.domain;

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

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }
}
