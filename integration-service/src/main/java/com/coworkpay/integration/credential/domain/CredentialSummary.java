package com.coworkpay.integration.credential.domain;

import java.time.Instant;

/// What may be shown of a credential.
///
/// @param version counts from 1 within the account; every rotation adds one
/// @param lastFour the key's last four characters, by which a person recognises it
/// @param connectedBy the subject of the token that brought it
public record CredentialSummary(
        CredentialKind kind, long version, String lastFour, Instant acceptedAt, String connectedBy) {

    public String masked() {
        return "****" + lastFour;
    }
}
