package com.coworkpay.integration.access.domain;

import com.coworkpay.integration.credential.domain.CredentialKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is handed over for an account, still sealed. Reading it has written its audit row.
///
/// @param refused KakaoPay refused it when it was judged last
/// @param former the version before, as long as calls in hand may need it
public record SealedHandOver(
        UUID accountId,
        String locationId,
        String cid,
        boolean live,
        boolean refused,
        Sealed current,
        Optional<Former> former) {

    /// @param bytes sealed for this account and version only
    public record Sealed(CredentialKind kind, long version, byte[] bytes, Instant acceptedAt) {}

    public record Former(Sealed sealed, Instant usableUntil) {}
}
