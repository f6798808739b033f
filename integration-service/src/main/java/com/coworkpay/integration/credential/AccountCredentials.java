package com.coworkpay.integration.credential;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.secret.SealBrokenException;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The credentials of merchant accounts, in the session of the caller. An accepted key is sealed as the account's next
/// version.
@ApplicationScoped
public class AccountCredentials {

    /// @param isNew false if the same key was there already: a second click must not push the former key out of its
    /// ten minutes
    public record Result(long version, boolean isNew) {}

    private final CredentialStore credentials;
    private final CredentialCipher cipher;

    AccountCredentials(CredentialStore credentials, CredentialCipher cipher) {
        this.credentials = credentials;
        this.cipher = cipher;
    }

    /// What may be shown of the current credential of each account.
    public Uni<Map<UUID, CredentialSummary>> currentOf(List<UUID> accounts) {
        return credentials.currentOf(accounts);
    }

    public Uni<SecretText> open(UUID account, long version) {
        var id = new CredentialId(account, version);
        return credentials.sealedOf(id).map(bytes -> cipher.open(bytes, id));
    }

    /// @param before the account's present credential; empty for a new account
    public Uni<Result> store(
            UUID account,
            Optional<CredentialSummary> before,
            CredentialKind kind,
            SecretText key,
            Actor actor,
            Instant now) {
        return isSameKey(account, before, kind, key)
                .chain(same -> same
                        ? Uni.createFrom().item(new Result(before.orElseThrow().version(), false))
                        : add(account, before, kind, key, actor, now));
    }

    private Uni<Result> add(
            UUID account,
            Optional<CredentialSummary> before,
            CredentialKind kind,
            SecretText key,
            Actor actor,
            Instant now) {
        long version = before.map(CredentialSummary::version).orElse(0L) + 1;
        var next = new CredentialSummary(kind, version, key.lastFour(), now, actor.subject());
        byte[] bytes = cipher.seal(key, new CredentialId(account, version));
        return credentials.replaceCurrent(account, next, bytes, now).replaceWith(new Result(version, true));
    }

    private Uni<Boolean> isSameKey(
            UUID account, Optional<CredentialSummary> before, CredentialKind kind, SecretText key) {
        if (before.filter(summary -> summary.kind() == kind).isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return open(account, before.orElseThrow().version())
                .map(key::equals)
                .onFailure(SealBrokenException.class)
                .recoverWithItem(false);
    }
}
