package com.coworkpay.integration.access;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.SealedCredential;
import com.coworkpay.integration.access.persistence.SealedCredentialStore;
import com.coworkpay.integration.credential.CredentialCipher;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Gives an account's key to a service that calls KakaoPay with it. The audit row is committed before the key is even
/// opened. A sealed account's credential is issued too: pending payments may finish, and refunds go on.
@ApplicationScoped
public class IssueCredential {

    private final SealedCredentialStore credentials;
    private final CredentialCipher cipher;
    private final IntegrationConfig config;

    IssueCredential(SealedCredentialStore credentials, CredentialCipher cipher, IntegrationConfig config) {
        this.credentials = credentials;
        this.cipher = cipher;
        this.config = config;
    }

    /// @return the newest accepted version, and the one before it for a while after a rotation
    public Uni<IssuedCredential> of(UUID accountId, Actor actor) {
        return credentials
                .release(accountId, config.credentials().retiredUsableFor(), actor)
                .map(found -> found.map(this::open).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private IssuedCredential open(SealedCredential sealed) {
        return new IssuedCredential(
                sealed.accountId(),
                sealed.locationId(),
                sealed.cid(),
                sealed.live(),
                sealed.refused(),
                open(sealed.accountId(), sealed.current()),
                sealed.retired()
                        .map(retired -> new IssuedCredential.RetiredKey(
                                open(sealed.accountId(), retired.key()), retired.usableUntil())));
    }

    private IssuedCredential.Key open(UUID accountId, SealedCredential.SealedKey key) {
        var text = cipher.open(key.bytes(), new CredentialId(accountId, key.version()));
        return new IssuedCredential.Key(key.kind(), text, key.version(), key.acceptedAt());
    }
}
