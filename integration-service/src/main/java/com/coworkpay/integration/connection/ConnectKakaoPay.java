package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.connection.domain.Trial;
import com.coworkpay.integration.connection.domain.Verdict;
import com.coworkpay.integration.connection.kakaopay.LiveCheck;
import com.coworkpay.integration.location.ChangeUnderLock;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/// Connects a location, rotates its key, or changes its CID: one request, tried live at KakaoPay, and stored only
/// when KakaoPay accepted it and nothing of the location changed while it was asked.
@ApplicationScoped
public class ConnectKakaoPay {

    @Inject
    GetLocation locations;

    @Inject
    LiveCheck liveCheck;

    @Inject
    StoreConnection store;

    @Inject
    ChangeUnderLock underLock;

    @Inject
    Attempts attempts;

    @Inject
    RecheckRefused recheck;

    @Inject
    SiteDomains siteDomains;

    @Inject
    IntegrationConfig config;

    public Uni<LocationState> connect(Trial trial, Precondition precondition, Actor actor) {
        return locations
                .get(trial.locationId())
                .invoke(before -> precondition.check(before.version()))
                .call(() -> refuseTestAccount(trial, actor))
                .chain(before -> liveCheck.byReady(trial).chain(verdict -> settle(before, trial, verdict, actor)));
    }

    private Uni<Void> refuseTestAccount(Trial trial, Actor actor) {
        if (trial.cid().isLive() || config.testAccountsAllowed()) {
            return Uni.createFrom().voidItem();
        }
        var problem =
                ProblemException.of(IntegrationProblem.TEST_CID_NOT_ALLOWED).field("cid");
        return refuse(trial, IntegrationProblem.TEST_CID_NOT_ALLOWED.name(), problem, actor);
    }

    private Uni<LocationState> settle(LocationState before, Trial trial, Verdict verdict, Actor actor) {
        if (!verdict.isAccepted()) {
            var problem = CheckProblems.of(verdict, siteDomains.list());
            return refuse(trial, verdict.result().name(), problem, actor);
        }
        return underLock
                .change(
                        trial.locationId(),
                        Precondition.unchangedSince(before.version()),
                        locked -> store.store(locked, trial, verdict.tid().orElseThrow(), actor))
                .onFailure(ConnectKakaoPay::isOvertaken)
                .call(() -> attempts.write(AuditAction.CONNECT_REFUSED, trial, "CHANGED_MEANWHILE", actor))
                .invoke(() -> recheck.askForOthersOf(trial.cid().text(), trial.locationId()));
    }

    /// Of a refused try, only that it was made stays behind.
    private <T> Uni<T> refuse(Trial trial, String outcome, ProblemException problem, Actor actor) {
        return attempts.write(AuditAction.CONNECT_REFUSED, trial, outcome, actor)
                .chain(() -> Uni.createFrom().failure(problem));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == IntegrationProblem.CHANGED_MEANWHILE;
    }
}
