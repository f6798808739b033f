package com.coworkpay.integration.location;

import com.coworkpay.integration.credential.AccountCredentials;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.integration.location.domain.Cid;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The rows of merchant accounts. Changes are made under the lock of their location.
@ApplicationScoped
public class MerchantAccountStore implements PanacheRepositoryBase<MerchantAccountEntity, UUID> {

    private final AccountCredentials credentials;

    MerchantAccountStore(AccountCredentials credentials) {
        this.credentials = credentials;
    }

    /// All accounts of a location with their current credentials, oldest first (ids are UUIDv7).
    public Uni<List<Account>> of(String locationId) {
        return list("locationId = ?1 order by id", locationId).chain(entities -> credentials
                .currentOf(entities.stream().map(MerchantAccountEntity::id).toList())
                .map(current -> together(entities, current)));
    }

    public Uni<Void> add(UUID id, String locationId, Cid cid, String checkTid, Account.Activation activation) {
        return persistAndFlush(new MerchantAccountEntity(id, locationId, cid, checkTid, activation))
                .replaceWithVoid();
    }

    /// Written at once: the index that allows one active account would refuse the next one's turn otherwise.
    public Uni<Void> move(UUID id, AccountStatus next, Instant now) {
        return find(id).invoke(entity -> entity.become(next, now)).chain(this::flush);
    }

    /// Where new payments go from now on; one that is active already stays as it is.
    public Uni<Void> activate(UUID id, Account.Activation activation) {
        return find(id).invoke(entity -> entity.activate(activation)).chain(this::flush);
    }

    public Uni<Void> accepted(UUID id, String checkTid, Instant now) {
        return find(id).invoke(entity -> entity.accepted(checkTid, now)).replaceWithVoid();
    }

    public Uni<Void> checked(UUID id, Account.LastCheck check) {
        return find(id).invoke(entity -> entity.checked(check)).replaceWithVoid();
    }

    public Uni<Optional<String>> locationOf(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(MerchantAccountEntity::locationId));
    }

    /// Other locations that are connected with this CID.
    public Uni<Long> countElsewhere(Cid cid, String locationId) {
        return count("cid = ?1 and locationId <> ?2 and status = ?3", cid.text(), locationId, AccountStatus.ACTIVE);
    }

    public Uni<List<String>> otherLocationsOf(String cid, String locationId, int limit) {
        return find("cid = ?1 and locationId <> ?2 and status = ?3 order by id", cid, locationId, AccountStatus.ACTIVE)
                .page(0, limit)
                .list()
                .map(MerchantAccountStore::locations);
    }

    /// Those whose last check is the longest ago. A domain that is not registered is not seen by a check.
    public Uni<List<String>> refusedLongerThan(Duration age, int limit) {
        return find(
                        "status = ?1 and lastCheckResult not in (?2, ?3) and lastCheckAt < ?4 order by lastCheckAt",
                        AccountStatus.ACTIVE,
                        CheckResult.ACCEPTED,
                        CheckResult.DOMAIN_NOT_REGISTERED,
                        Instant.now().minus(age))
                .page(0, limit)
                .list()
                .map(MerchantAccountStore::locations);
    }

    private static List<String> locations(List<MerchantAccountEntity> entities) {
        return entities.stream().map(MerchantAccountEntity::locationId).toList();
    }

    private Uni<MerchantAccountEntity> find(UUID id) {
        return findById(id).onItem().ifNull().failWith(() -> new IllegalStateException("no account " + id));
    }

    private static List<Account> together(List<MerchantAccountEntity> entities, Map<UUID, CredentialSummary> current) {
        return entities.stream()
                .map(entity -> entity.toAccount(
                        Objects.requireNonNull(current.get(entity.id()), "an account has a current credential")))
                .toList();
    }
}
