package com.coworkpay.integration.connection;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// What a service's own calls found out about a credential: KakaoPay refuses it, or takes it again. It counts like a
/// check: shown, published, and payers are not offered what would be refused. What is no news changes nothing.
@ApplicationScoped
class RecordCredentialStatus {

    private final MerchantAccountStore accounts;
    private final LocationTransaction transaction;

    RecordCredentialStatus(MerchantAccountStore accounts, LocationTransaction transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /// @param version of the credential that was used; of a former one it says nothing about the present one
    Uni<Void> record(UUID accountId, long version, CheckResult result, Actor actor) {
        return Panache.withSession(() -> accounts.locationOf(accountId))
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(locationId -> transaction.change(
                        locationId, Precondition.none(), locked -> apply(locked, accountId, version, result, actor)))
                .replaceWithVoid();
    }

    private Uni<LocationTransaction.Change> apply(
            LocationTransaction.Locked locked, UUID accountId, long version, CheckResult result, Actor actor) {
        Optional<Account> account = locked.state().connection().map(KakaoPayConnection::accounts).stream()
                .flatMap(all -> all.stream().filter(each -> each.id().equals(accountId)))
                .filter(each -> each.credential().version() == version)
                .filter(each -> isNews(each.lastCheck().result(), result))
                .findFirst();
        if (account.isEmpty()) {
            return Uni.createFrom().item(new LocationTransaction.Change.None());
        }
        var entry = AuditEntry.done(
                        IntegrationAction.CHECKED,
                        actor,
                        AuditDetail.account(locked.state().id(), accountId))
                .withOutcome(result.name())
                .with(AuditDetail.CID, account.get().cid().text())
                .with(AuditDetail.CREDENTIAL_VERSION, version)
                .with("by", "call");
        var event = result.isRefusal() ? EventTypes.CREDENTIAL_CHECK_FAILED : EventTypes.INTEGRATION_CHANGED;
        return accounts.checked(accountId, new Account.LastCheck(result, locked.now()))
                .replaceWith(new LocationTransaction.Change.Update(event, entry));
    }

    /// Most calls have no return address, so their success says nothing about a domain that is not registered.
    private static boolean isNews(CheckResult known, CheckResult result) {
        return known != result && !(known == CheckResult.DOMAIN_NOT_REGISTERED && result == CheckResult.ACCEPTED);
    }
}
