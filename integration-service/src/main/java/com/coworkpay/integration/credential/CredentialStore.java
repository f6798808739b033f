package com.coworkpay.integration.credential;

import com.coworkpay.integration.credential.domain.CredentialSummary;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of credentials. Sealed bytes go in and out; opening them is
/// [com.coworkpay.integration.credential.CredentialCipher]'s.
@ApplicationScoped
class CredentialStore implements PanacheRepositoryBase<CredentialEntity, CredentialId> {

    Uni<Map<UUID, CredentialSummary>> currentOf(List<UUID> accountIds) {
        return list("accountId in ?1 and supersededAt is null", accountIds).map(entities -> entities.stream()
                .collect(Collectors.toMap(CredentialEntity::accountId, CredentialEntity::toSummary)));
    }

    /// The sealed bytes of one version that was not erased.
    Uni<byte[]> sealedOf(CredentialId id) {
        return findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("no credential " + id))
                .map(entity -> Objects.requireNonNull(entity.sealed(), "not erased"));
    }

    /// Puts a new version in the place of the current one, if there is one.
    Uni<Void> replaceCurrent(UUID accountId, CredentialSummary next, byte[] sealed, Instant now) {
        return find("accountId = ?1 and supersededAt is null", accountId)
                .list()
                .invoke(current -> current.forEach(entity -> entity.supersede(now)))
                .chain(this::flush)
                .chain(() -> persistAndFlush(new CredentialEntity(accountId, next, sealed)))
                .replaceWithVoid();
    }
}
