package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.AccountStatus;
import com.coworkpay.integration.connection.persistence.MerchantAccounts;
import com.coworkpay.integration.location.ChangeUnderLock;
import com.coworkpay.integration.location.Locked;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Change;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/// New payments stop; the account stays, sealed, for payments that wait and for refunds.
@ApplicationScoped
public class DisconnectKakaoPay {

    @Inject
    MerchantAccounts accounts;

    @Inject
    ChangeUnderLock underLock;

    /// Disconnecting twice changes nothing the second time; what was never connected cannot be disconnected.
    public Uni<LocationState> disconnect(String locationId, Precondition precondition, Actor actor) {
        return underLock.change(locationId, precondition, locked -> seal(locked, actor));
    }

    private Uni<Change> seal(Locked locked, Actor actor) {
        if (locked.state().connection().isEmpty()) {
            throw ProblemException.of(IntegrationProblem.NOT_CONNECTED);
        }
        return locked.state()
                .activeAccount()
                .map(account -> seal(locked, account, actor))
                .orElseGet(() -> Uni.createFrom().item(new Change.Nothing()));
    }

    private Uni<Change> seal(Locked locked, Account account, Actor actor) {
        var detail = Map.of("cid", account.cid().text());
        var line = AuditRecord.done(
                        AuditAction.DISCONNECTED, actor, locked.state().id(), detail)
                .about(account.id(), account.credential().version());
        return accounts.move(account.id(), AccountStatus.SEALED, locked.now())
                .replaceWith(new Change.Made(LocationEventType.INTEGRATION_CHANGED, line));
    }
}
