package com.coworkpay.integration.access.domain;

import com.coworkpay.integration.credential.domain.CredentialKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The credential to be issued for an account, still sealed. Reading it has written its audit row.
///
/// @param refused KakaoPay refused it when it was verified last
/// @param retired the version before, as long as calls in flight may need it
public record SealedCredential(
        UUID accountId,
        String locationId,
        String cid,
        boolean live,
        boolean refused,
        SealedKey current,
        Optional<RetiredKey> retired) {

    /// @param bytes sealed for this account and version only
    public record SealedKey(CredentialKind kind, long version, byte[] bytes, Instant acceptedAt) {}

    public record RetiredKey(SealedKey key, Instant usableUntil) {}
}
