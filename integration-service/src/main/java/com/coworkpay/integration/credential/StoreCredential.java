package com.coworkpay.integration.credential;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.connection.domain.Trial;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.integration.credential.persistence.Credentials;
import com.coworkpay.platform.secret.SealBrokenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Seals an accepted key as the account's next version.
@ApplicationScoped
public class StoreCredential {

    /// @param isNew false if the same key was there already: a second click must not push the former key out of its
    /// ten minutes
    public record Stored(long version, boolean isNew) {}

    @Inject
    Credentials credentials;

    @Inject
    Vault vault;

    /// @param before the account's present credential; empty for a new account
    public Uni<Stored> store(UUID account, Optional<CredentialSummary> before, Trial trial, Actor actor, Instant now) {
        return isSameKey(account, before, trial)
                .chain(same -> same
                        ? Uni.createFrom().item(new Stored(before.orElseThrow().version(), false))
                        : add(account, before, trial, actor, now));
    }

    private Uni<Stored> add(UUID account, Optional<CredentialSummary> before, Trial trial, Actor actor, Instant now) {
        long version = before.map(CredentialSummary::version).orElse(0L) + 1;
        var next = new CredentialSummary(trial.kind(), version, trial.key().lastFour(), now, actor.subject());
        byte[] bytes = vault.seal(trial.key(), new CredentialId(account, version));
        return credentials.replaceCurrent(account, next, bytes, now).replaceWith(new Stored(version, true));
    }

    private Uni<Boolean> isSameKey(UUID account, Optional<CredentialSummary> before, Trial trial) {
        if (before.filter(summary -> summary.kind() == trial.kind()).isEmpty()) {
            return Uni.createFrom().item(false);
        }
        var id = new CredentialId(account, before.orElseThrow().version());
        return credentials
                .sealedOf(id)
                .map(bytes -> vault.open(bytes, id).equals(trial.key()))
                .onFailure(SealBrokenException.class)
                .recoverWithItem(false);
    }
}
