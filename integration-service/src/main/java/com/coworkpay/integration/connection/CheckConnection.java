package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.LastCheck;
import com.coworkpay.integration.connection.domain.Trial;
import com.coworkpay.integration.connection.domain.Verdict;
import com.coworkpay.integration.connection.kakaopay.LiveCheck;
import com.coworkpay.integration.connection.persistence.MerchantAccounts;
import com.coworkpay.integration.credential.Vault;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.integration.credential.persistence.Credentials;
import com.coworkpay.integration.location.ChangeUnderLock;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.Locked;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Change;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/// Asks KakaoPay whether it still accepts the credential, without making an order there.
///
/// A judgement is kept and published, good or bad: the payment page hides KakaoPay while it is bad. No judgement (no
/// network, no quota) changes nothing but the audit trail.
@ApplicationScoped
public class CheckConnection {

    /// @param state as it is after the check
    public record Checked(Verdict verdict, LocationState state) {}

    @Inject
    GetLocation locations;

    @Inject
    Credentials credentials;

    @Inject
    MerchantAccounts accounts;

    @Inject
    Vault vault;

    @Inject
    LiveCheck liveCheck;

    @Inject
    ChangeUnderLock underLock;

    @Inject
    Attempts attempts;

    public Uni<Checked> check(String locationId, Actor actor) {
        return check(locationId, actor, true);
    }

    /// Nobody asked for it: only what is new is written down and published.
    public Uni<Checked> byItself(String locationId, Actor actor) {
        return check(locationId, actor, false);
    }

    private Uni<Checked> check(String locationId, Actor actor, boolean asked) {
        return locations.get(locationId).chain(before -> {
            Account account =
                    before.activeAccount().orElseThrow(() -> ProblemException.of(IntegrationProblem.NOT_CONNECTED));
            return trialOf(locationId, account)
                    .chain(trial -> liveCheck.byOrder(trial, account.checkTid()).chain(verdict -> keep(
                                    before, account, trial, verdict, actor, asked)
                            .map(after -> new Checked(verdict, after))));
        });
    }

    private Uni<Trial> trialOf(String locationId, Account account) {
        var credential = account.credential();
        var id = new CredentialId(account.id(), credential.version());
        return Panache.withSession(() -> credentials.sealedOf(id))
                .map(bytes -> new Trial(locationId, account.cid(), credential.kind(), vault.open(bytes, id)));
    }

    private Uni<LocationState> keep(
            LocationState before, Account account, Trial trial, Verdict verdict, Actor actor, boolean asked) {
        if (!verdict.result().isConclusive() && !asked) {
            return Uni.createFrom().item(before);
        }
        if (!verdict.result().isConclusive()) {
            return attempts.write(AuditAction.CHECKED, trial, verdict.result().name(), actor)
                    .replaceWith(before);
        }
        return underLock.change(
                before.id(), Precondition.none(), locked -> judge(locked, account, trial, verdict, actor, asked));
    }

    /// A judgement on a credential that was replaced while KakaoPay was asked says nothing about the new one.
    private Uni<Change> judge(
            Locked locked, Account account, Trial trial, Verdict verdict, Actor actor, boolean asked) {
        boolean stillThere = locked.state()
                .activeAccount()
                .filter(now -> now.id().equals(account.id()))
                .filter(now ->
                        now.credential().version() == account.credential().version())
                .isPresent();
        if (!stillThere) {
            return Uni.createFrom().item(new Change.Nothing());
        }
        var check = new LastCheck(verdict.result(), locked.now());
        if (!asked && verdict.result() == account.lastCheck().result()) {
            return accounts.checked(account.id(), check).replaceWith(new Change.Nothing());
        }
        var detail = Map.of("cid", trial.cid().text(), "kind", trial.kind().name());
        var line = AuditRecord.done(AuditAction.CHECKED, actor, locked.state().id(), detail)
                .withOutcome(verdict.result().name())
                .about(account.id(), account.credential().version());
        var event = verdict.isAccepted()
                ? LocationEventType.INTEGRATION_CHANGED
                : LocationEventType.CREDENTIAL_CHECK_FAILED;
        return accounts.checked(account.id(), check).replaceWith(new Change.Made(event, line));
    }
}
