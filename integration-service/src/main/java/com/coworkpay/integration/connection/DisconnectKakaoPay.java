package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.AccountStatus;
import com.coworkpay.integration.connection.persistence.MerchantAccountStore;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.LockedLocation;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.LocationChange;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// New payments stop; the account stays, sealed, for payments that wait and for refunds.
@ApplicationScoped
public class DisconnectKakaoPay {

    private final MerchantAccountStore accounts;
    private final LocationTransaction transaction;

    DisconnectKakaoPay(MerchantAccountStore accounts, LocationTransaction transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /// Disconnecting twice changes nothing the second time; what was never connected cannot be disconnected.
    public Uni<LocationState> disconnect(String locationId, Precondition precondition, Actor actor) {
        return transaction.change(locationId, precondition, locked -> seal(locked, actor));
    }

    private Uni<LocationChange> seal(LockedLocation locked, Actor actor) {
        if (locked.state().connection().isEmpty()) {
            throw ProblemException.of(IntegrationProblem.NOT_CONNECTED);
        }
        return locked.state()
                .activeAccount()
                .map(account -> seal(locked, account, actor))
                .orElseGet(() -> Uni.createFrom().item(new LocationChange.None()));
    }

    private Uni<LocationChange> seal(LockedLocation locked, Account account, Actor actor) {
        var detail = Map.of("cid", account.cid().text());
        var auditRecord = AuditRecord.done(
                        AuditAction.DISCONNECTED, actor, locked.state().id(), detail)
                .about(account.id(), account.credential().version());
        return accounts.move(account.id(), AccountStatus.DISCONNECTED, locked.now())
                .replaceWith(new LocationChange.Update(LocationEventType.INTEGRATION_CHANGED, auditRecord));
    }
}
