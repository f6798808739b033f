package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.connection.domain.Account;
import com.coworkpay.integration.connection.domain.CredentialCandidate;
import com.coworkpay.integration.connection.domain.LastCheck;
import com.coworkpay.integration.connection.domain.VerificationResult;
import com.coworkpay.integration.connection.kakaopay.CredentialVerifier;
import com.coworkpay.integration.connection.persistence.MerchantAccountStore;
import com.coworkpay.integration.credential.CredentialCipher;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.integration.credential.persistence.CredentialStore;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.LockedLocation;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.LocationChange;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Asks KakaoPay whether it still accepts the credential, without making an order there.
///
/// A conclusive result is stored and published, good or bad: the payment page hides KakaoPay while it is bad. An
/// inconclusive one (no network, no quota) changes nothing but the audit trail.
@ApplicationScoped
public class CheckConnection {

    /// @param state as it is after the check
    public record Result(VerificationResult verification, LocationState state) {}

    private final GetLocation locations;
    private final CredentialStore credentials;
    private final MerchantAccountStore accounts;
    private final CredentialCipher cipher;
    private final CredentialVerifier verifier;
    private final LocationTransaction transaction;
    private final ConnectionAudit connectionAudit;

    CheckConnection(
            GetLocation locations,
            CredentialStore credentials,
            MerchantAccountStore accounts,
            CredentialCipher cipher,
            CredentialVerifier verifier,
            LocationTransaction transaction,
            ConnectionAudit connectionAudit) {
        this.locations = locations;
        this.credentials = credentials;
        this.accounts = accounts;
        this.cipher = cipher;
        this.verifier = verifier;
        this.transaction = transaction;
        this.connectionAudit = connectionAudit;
    }

    public Uni<Result> check(String locationId, Actor actor) {
        return check(locationId, actor, true);
    }

    /// Run by the scheduler: only a new result is audited and published.
    public Uni<Result> recheck(String locationId, Actor actor) {
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
        var id = new CredentialId(account.id(), credential.version());
        return Panache.withSession(() -> credentials.sealedOf(id))
                .map(bytes ->
                        new CredentialCandidate(locationId, account.cid(), credential.kind(), cipher.open(bytes, id)));
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
            return connectionAudit
                    .write(AuditAction.CHECKED, candidate, verification.result().name(), actor)
                    .replaceWith(before);
        }
        return transaction.change(
                before.id(),
                Precondition.none(),
                locked -> apply(locked, account, candidate, verification, actor, requested));
    }

    /// The result for a credential that was replaced while KakaoPay was asked says nothing about the new one.
    private Uni<LocationChange> apply(
            LockedLocation locked,
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
            return Uni.createFrom().item(new LocationChange.None());
        }
        var check = new LastCheck(verification.result(), locked.now());
        if (!requested && verification.result() == account.lastCheck().result()) {
            return accounts.checked(account.id(), check).replaceWith(new LocationChange.None());
        }
        var detail =
                Map.of("cid", candidate.cid().text(), "kind", candidate.kind().name());
        var auditRecord = AuditRecord.done(
                        AuditAction.CHECKED, actor, locked.state().id(), detail)
                .withOutcome(verification.result().name())
                .about(account.id(), account.credential().version());
        var event = verification.isAccepted()
                ? LocationEventType.INTEGRATION_CHANGED
                : LocationEventType.CREDENTIAL_CHECK_FAILED;
        return accounts.checked(account.id(), check).replaceWith(new LocationChange.Update(event, auditRecord));
    }
}
