package com.coworkpay.integration.access;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.platform.secret.SecretText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An account with its opened credential, on its way to a service that calls KakaoPay.
public record IssuedCredential(
        UUID accountId,
        String locationId,
        String cid,
        boolean live,
        boolean refused,
        Key current,
        Optional<RetiredKey> retired) {

    public record Key(CredentialKind kind, SecretText text, long version, Instant acceptedAt) {}

    public record RetiredKey(Key key, Instant usableUntil) {}
}
