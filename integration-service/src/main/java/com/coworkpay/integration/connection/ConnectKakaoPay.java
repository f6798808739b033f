package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationAction;
import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.audit.SessionAudit;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.LocationTransaction;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Connects a location, rotates its key, or changes its CID: one request, tried live at KakaoPay, and stored only
/// when KakaoPay accepted it and nothing of the location changed while it was asked.
@ApplicationScoped
class ConnectKakaoPay {

    private final GetLocation locations;
    private final CredentialVerifier verifier;
    private final StoreConnection store;
    private final LocationTransaction transaction;
    private final SessionAudit audit;
    private final RecheckRefusedCredentials recheck;
    private final IntegrationConfig config;

    ConnectKakaoPay(
            GetLocation locations,
            CredentialVerifier verifier,
            StoreConnection store,
            LocationTransaction transaction,
            SessionAudit audit,
            RecheckRefusedCredentials recheck,
            IntegrationConfig config) {
        this.locations = locations;
        this.verifier = verifier;
        this.store = store;
        this.transaction = transaction;
        this.audit = audit;
        this.recheck = recheck;
        this.config = config;
    }

    Uni<LocationState> connect(CredentialCandidate candidate, Precondition precondition, Actor actor) {
        return locations
                .get(candidate.locationId())
                .invoke(before -> precondition.check(before.version()))
                .call(() -> refuseTestAccount(candidate, actor))
                .chain(before -> verifier.verifyByReady(candidate)
                        .chain(verification -> complete(before, candidate, verification, actor)));
    }

    private Uni<Void> refuseTestAccount(CredentialCandidate candidate, Actor actor) {
        if (candidate.cid().isLive() || config.testAccountsAllowed()) {
            return Uni.createFrom().voidItem();
        }
        var problem =
                ProblemException.of(IntegrationProblem.TEST_CID_NOT_ALLOWED).field("cid");
        return refuse(candidate, IntegrationProblem.TEST_CID_NOT_ALLOWED.name(), problem, actor);
    }

    private Uni<LocationState> complete(
            LocationState before, CredentialCandidate candidate, VerificationResult verification, Actor actor) {
        if (!verification.isAccepted()) {
            var problem = CheckProblems.of(verification, config.registeredDomains());
            return refuse(candidate, verification.result().name(), problem, actor);
        }
        return transaction
                .change(
                        candidate.locationId(),
                        Precondition.unchangedSince(before.version()),
                        locked -> store.store(
                                locked, candidate, verification.tid().orElseThrow(), actor))
                .onFailure(ConnectKakaoPay::isOvertaken)
                .call(() -> audit.writeAlone(
                        candidate.audited(IntegrationAction.CONNECT_REFUSED, "CHANGED_MEANWHILE", actor)))
                .invoke(() -> recheck.recheckOthersOf(candidate.cid().text(), candidate.locationId()));
    }

    /// A refused attempt leaves nothing but its audit row.
    private <T> Uni<T> refuse(CredentialCandidate candidate, String outcome, ProblemException problem, Actor actor) {
        return audit.writeAlone(candidate.audited(IntegrationAction.CONNECT_REFUSED, outcome, actor))
                .chain(() -> Uni.createFrom().failure(problem));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == IntegrationProblem.CHANGED_MEANWHILE;
    }
}
