package com.coworkpay.integration.connection;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// New payments stop; the account stays, sealed, for payments that wait and for refunds.
@ApplicationScoped
class DisconnectKakaoPay {

    private final MerchantAccountStore accounts;
    private final LocationTransaction transaction;

    DisconnectKakaoPay(MerchantAccountStore accounts, LocationTransaction transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /// Disconnecting twice changes nothing the second time; what was never connected cannot be disconnected.
    Uni<LocationState> disconnect(String locationId, Precondition precondition, Actor actor) {
        return transaction.change(locationId, precondition, locked -> seal(locked, actor));
    }

    private Uni<LocationTransaction.Change> seal(LocationTransaction.Locked locked, Actor actor) {
        if (locked.state().connection().isEmpty()) {
            throw ProblemException.of(IntegrationProblem.NOT_CONNECTED);
        }
        return locked.state()
                .activeAccount()
                .map(account -> seal(locked, account, actor))
                .orElseGet(() -> Uni.createFrom().item(new LocationTransaction.Change.None()));
    }

    private Uni<LocationTransaction.Change> seal(LocationTransaction.Locked locked, Account account, Actor actor) {
        var entry = AuditEntry.done(
                        IntegrationAction.DISCONNECTED,
                        actor,
                        AuditDetail.account(locked.state().id(), account.id()))
                .with(AuditDetail.CID, account.cid().text())
                .with(AuditDetail.CREDENTIAL_VERSION, account.credential().version());
        return accounts.move(account.id(), AccountStatus.DISCONNECTED, locked.now())
                .replaceWith(new LocationTransaction.Change.Update(EventTypes.INTEGRATION_CHANGED, entry));
    }
}
