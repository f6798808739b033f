package com.coworkpay.integration.connection;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.credential.AccountCredentials;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.integration.location.SwitchStore;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.Switches;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Stores an accepted credential, inside the transaction that locked the location.
@ApplicationScoped
class StoreConnection {

    private final MerchantAccountStore accounts;
    private final AccountCredentials credentials;
    private final SwitchStore switches;

    StoreConnection(MerchantAccountStore accounts, AccountCredentials credentials, SwitchStore switches) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.switches = switches;
    }

    Uni<LocationTransaction.Change> store(
            LocationTransaction.Locked locked, CredentialCandidate candidate, String checkTid, Actor actor) {
        var plan = ConnectionPlan.of(locked.state().connection(), candidate.cid());
        Instant now = locked.now();
        return displace(plan, now)
                .chain(() -> takeAccount(plan, candidate, checkTid, new Account.Activation(actor.subject(), now)))
                .chain(account -> switchOn(plan, candidate.locationId())
                        .chain(() -> credentials.store(
                                account, summaryOf(locked, account), candidate.kind(), candidate.key(), actor, now))
                        .map(stored -> change(locked, candidate, account, stored, actor)));
    }

    private Uni<Void> displace(ConnectionPlan plan, Instant now) {
        return plan.displaced().isEmpty()
                ? Uni.createFrom().voidItem()
                : accounts.move(plan.displaced().get(), AccountStatus.RETIRED, now);
    }

    private Uni<UUID> takeAccount(
            ConnectionPlan plan, CredentialCandidate candidate, String checkTid, Account.Activation activation) {
        if (plan.account().isEmpty()) {
            UUID id = Ids.next();
            return accounts.add(id, candidate.locationId(), candidate.cid(), checkTid, activation)
                    .replaceWith(id);
        }
        UUID id = plan.account().get();
        return accounts.accepted(id, checkTid, activation.at())
                .chain(() -> accounts.activate(id, activation))
                .replaceWith(id);
    }

    private Uni<Void> switchOn(ConnectionPlan plan, String locationId) {
        return plan.switchesOn()
                ? switches.put(locationId, Switches.allOn())
                : Uni.createFrom().voidItem();
    }

    private static Optional<Account> accountOf(LocationTransaction.Locked locked, UUID id) {
        return locked.state().connection().stream()
                .flatMap(connection -> connection.accounts().stream())
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    private static Optional<CredentialSummary> summaryOf(LocationTransaction.Locked locked, UUID id) {
        return accountOf(locked, id).map(Account::credential);
    }

    /// Against the account that was in use until now.
    private static AuditEntry changed(
            AuditEntry entry, LocationTransaction.Locked locked, CredentialCandidate candidate) {
        return locked.state()
                .activeAccount()
                .map(former -> entry.changed(AuditDetail.CID, former.cid(), candidate.cid())
                        .changed(
                                AuditDetail.CREDENTIAL_KIND, former.credential().kind(), candidate.kind()))
                .orElse(entry);
    }

    private static LocationTransaction.Change change(
            LocationTransaction.Locked locked,
            CredentialCandidate candidate,
            UUID account,
            AccountCredentials.Result stored,
            Actor actor) {
        boolean wasActive = accountOf(locked, account).filter(Account::isActive).isPresent();
        var action = !wasActive
                ? IntegrationAction.CONNECTED
                : stored.isNew() ? IntegrationAction.ROTATED : IntegrationAction.CONFIRMED;
        var audited = candidate
                .audited(action, AuditEntry.DONE, actor)
                .about(AuditDetail.account(candidate.locationId(), account))
                .with(AuditDetail.CREDENTIAL_VERSION, stored.version());
        var entry = changed(audited, locked, candidate);
        return new LocationTransaction.Change.Update(EventTypes.INTEGRATION_CHANGED, entry);
    }
}
