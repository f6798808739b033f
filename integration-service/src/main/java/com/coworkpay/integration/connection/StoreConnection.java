package com.coworkpay.integration.connection;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.AccountStatus;
import com.coworkpay.integration.connection.domain.ConnectionPlan;
import com.coworkpay.integration.connection.domain.CredentialCandidate;
import com.coworkpay.integration.connection.persistence.MerchantAccountStore;
import com.coworkpay.integration.credential.StoreCredential;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.location.LockedLocation;
import com.coworkpay.integration.location.domain.LocationChange;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.settings.domain.Switches;
import com.coworkpay.integration.settings.persistence.SwitchStore;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Stores an accepted credential, inside the transaction that locked the location.
@ApplicationScoped
class StoreConnection {

    private final MerchantAccountStore accounts;
    private final StoreCredential credentials;
    private final SwitchStore switches;

    StoreConnection(MerchantAccountStore accounts, StoreCredential credentials, SwitchStore switches) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.switches = switches;
    }

    Uni<LocationChange> store(LockedLocation locked, CredentialCandidate candidate, String checkTid, Actor actor) {
        var plan = ConnectionPlan.of(locked.state().connection(), candidate.cid());
        Instant now = locked.now();
        return displace(plan, now)
                .chain(() -> takeAccount(plan, candidate, checkTid, now))
                .chain(account -> switchOn(plan, candidate.locationId())
                        .chain(() -> credentials.store(account, summaryOf(locked, account), candidate, actor, now))
                        .map(stored -> change(locked, candidate, account, stored, actor)));
    }

    private Uni<Void> displace(ConnectionPlan plan, Instant now) {
        return plan.displaced().isEmpty()
                ? Uni.createFrom().voidItem()
                : accounts.move(plan.displaced().get(), AccountStatus.RETIRED, now);
    }

    private Uni<UUID> takeAccount(ConnectionPlan plan, CredentialCandidate candidate, String checkTid, Instant now) {
        if (plan.account().isEmpty()) {
            UUID id = Ids.next();
            return accounts.add(id, candidate.locationId(), candidate.cid(), checkTid, now)
                    .replaceWith(id);
        }
        UUID id = plan.account().get();
        return accounts.accepted(id, checkTid, now)
                .chain(() -> accounts.move(id, AccountStatus.ACTIVE, now))
                .replaceWith(id);
    }

    private Uni<Void> switchOn(ConnectionPlan plan, String locationId) {
        return plan.switchesOn()
                ? switches.put(locationId, Switches.allOn())
                : Uni.createFrom().voidItem();
    }

    private static Optional<Account> accountOf(LockedLocation locked, UUID id) {
        return locked.state().connection().stream()
                .flatMap(connection -> connection.accounts().stream())
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    private static Optional<CredentialSummary> summaryOf(LockedLocation locked, UUID id) {
        return accountOf(locked, id).map(Account::credential);
    }

    private static LocationChange change(
            LockedLocation locked,
            CredentialCandidate candidate,
            UUID account,
            StoreCredential.Result stored,
            Actor actor) {
        boolean wasActive = accountOf(locked, account).filter(Account::isActive).isPresent();
        var action = !wasActive ? AuditAction.CONNECTED : stored.isNew() ? AuditAction.ROTATED : AuditAction.CONFIRMED;
        var detail =
                Map.of("cid", candidate.cid().text(), "kind", candidate.kind().name());
        var auditRecord =
                AuditRecord.done(action, actor, candidate.locationId(), detail).about(account, stored.version());
        return new LocationChange.Update(LocationEventType.INTEGRATION_CHANGED, auditRecord);
    }
}
