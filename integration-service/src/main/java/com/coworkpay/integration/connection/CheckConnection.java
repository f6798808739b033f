package com.coworkpay.integration.connection;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.audit.SessionAudit;
import com.coworkpay.integration.credential.AccountCredentials;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Asks KakaoPay whether it still accepts the credential, without making an order there.
///
/// A conclusive result is stored and published, good or bad: the payment page hides KakaoPay while it is bad. An
/// inconclusive one (no network, no quota) changes nothing but the audit trail.
@ApplicationScoped
class CheckConnection {

    /// @param state as it is after the check
    record Result(VerificationResult verification, LocationState state) {}

    private final GetLocation locations;
    private final AccountCredentials credentials;
    private final MerchantAccountStore accounts;
    private final CredentialVerifier verifier;
    private final LocationTransaction transaction;
    private final SessionAudit audit;

    CheckConnection(
            GetLocation locations,
            AccountCredentials credentials,
            MerchantAccountStore accounts,
            CredentialVerifier verifier,
            LocationTransaction transaction,
            SessionAudit audit) {
        this.locations = locations;
        this.credentials = credentials;
        this.accounts = accounts;
        this.verifier = verifier;
        this.transaction = transaction;
        this.audit = audit;
    }

    Uni<Result> check(String locationId, Actor actor) {
        return check(locationId, actor, true);
    }

    /// Run by the scheduler: only a new result is audited and published.
    Uni<Result> recheck(String locationId, Actor actor) {
        return check(locationId, actor, false);
    }

    private Uni<Result> check(String locationId, Actor actor, boolean requested) {
        return locations.get(locationId).chain(before -> {
            Account account =
                    before.activeAccount().orElseThrow(() -> ProblemException.of(IntegrationProblem.NOT_CONNECTED));
            return candidateOf(locationId, account)
                    .chain(candidate -> verifier.verifyByOrder(candidate, account.checkTid())
                            .chain(verification -> record(before, account, candidate, verification, actor, requested)
                                    .map(after -> new Result(verification, after))));
        });
    }

    private Uni<CredentialCandidate> candidateOf(String locationId, Account account) {
        var credential = account.credential();
        return Panache.withSession(() -> credentials.open(account.id(), credential.version()))
                .map(key -> new CredentialCandidate(locationId, account.cid(), credential.kind(), key));
    }

    private Uni<LocationState> record(
            LocationState before,
            Account account,
            CredentialCandidate candidate,
            VerificationResult verification,
            Actor actor,
            boolean requested) {
        if (!verification.result().isConclusive() && !requested) {
            return Uni.createFrom().item(before);
        }
        if (!verification.result().isConclusive()) {
            return audit.writeAlone(candidate.audited(
                            IntegrationAction.CHECKED, verification.result().name(), actor))
                    .replaceWith(before);
        }
        return transaction.change(
                before.id(),
                Precondition.none(),
                locked -> apply(locked, account, candidate, verification, actor, requested));
    }

    /// The result for a credential that was replaced while KakaoPay was asked says nothing about the new one.
    private Uni<LocationTransaction.Change> apply(
            LocationTransaction.Locked locked,
            Account account,
            CredentialCandidate candidate,
            VerificationResult verification,
            Actor actor,
            boolean requested) {
        boolean stillThere = locked.state()
                .activeAccount()
                .filter(now -> now.id().equals(account.id()))
                .filter(now ->
                        now.credential().version() == account.credential().version())
                .isPresent();
        if (!stillThere) {
            return Uni.createFrom().item(new LocationTransaction.Change.None());
        }
        var check = new Account.LastCheck(verification.result(), locked.now());
        if (!requested && verification.result() == account.lastCheck().result()) {
            return accounts.checked(account.id(), check).replaceWith(new LocationTransaction.Change.None());
        }
        var entry = candidate
                .audited(IntegrationAction.CHECKED, verification.result().name(), actor)
                .about(AuditDetail.account(candidate.locationId(), account.id()))
                .with(AuditDetail.CREDENTIAL_VERSION, account.credential().version());
        var event = verification.isAccepted() ? EventTypes.INTEGRATION_CHANGED : EventTypes.CREDENTIAL_CHECK_FAILED;
        return accounts.checked(account.id(), check).replaceWith(new LocationTransaction.Change.Update(event, entry));
    }
}
