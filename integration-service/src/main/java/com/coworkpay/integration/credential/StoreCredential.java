package com.coworkpay.integration.credential;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.connection.domain.CredentialCandidate;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.integration.credential.persistence.CredentialStore;
import com.coworkpay.platform.secret.SealBrokenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Seals an accepted key as the account's next version.
@ApplicationScoped
public class StoreCredential {

    /// @param isNew false if the same key was there already: a second click must not push the former key out of its
    /// ten minutes
    public record Result(long version, boolean isNew) {}

    private final CredentialStore credentials;
    private final CredentialCipher cipher;

    StoreCredential(CredentialStore credentials, CredentialCipher cipher) {
        this.credentials = credentials;
        this.cipher = cipher;
    }

    /// @param before the account's present credential; empty for a new account
    public Uni<Result> store(
            UUID account, Optional<CredentialSummary> before, CredentialCandidate candidate, Actor actor, Instant now) {
        return isSameKey(account, before, candidate)
                .chain(same -> same
                        ? Uni.createFrom().item(new Result(before.orElseThrow().version(), false))
                        : add(account, before, candidate, actor, now));
    }

    private Uni<Result> add(
            UUID account, Optional<CredentialSummary> before, CredentialCandidate candidate, Actor actor, Instant now) {
        long version = before.map(CredentialSummary::version).orElse(0L) + 1;
        var next =
                new CredentialSummary(candidate.kind(), version, candidate.key().lastFour(), now, actor.subject());
        byte[] bytes = cipher.seal(candidate.key(), new CredentialId(account, version));
        return credentials.replaceCurrent(account, next, bytes, now).replaceWith(new Result(version, true));
    }

    private Uni<Boolean> isSameKey(UUID account, Optional<CredentialSummary> before, CredentialCandidate candidate) {
        if (before.filter(summary -> summary.kind() == candidate.kind()).isEmpty()) {
            return Uni.createFrom().item(false);
        }
        var id = new CredentialId(account, before.orElseThrow().version());
        return credentials
                .sealedOf(id)
                .map(bytes -> cipher.open(bytes, id).equals(candidate.key()))
                .onFailure(SealBrokenException.class)
                .recoverWithItem(false);
    }
}
