package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.observability.SafeErrorText;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks KakaoPay again for accounts whose credential it refused: what was put right there is offered to payers again by
/// itself. And asks for the other locations of a CID whose key was replaced, as KakaoPay kills the former one.
@ApplicationScoped
class RecheckRefusedCredentials {

    private static final Logger LOG = Logger.getLogger(RecheckRefusedCredentials.class);
    private static final Actor SCHEDULER = new Actor("integration-service", "internal", Optional.empty());

    /// Of one round: each is a call of KakaoPay.
    private static final int MAX_PER_ROUND = 20;

    private final MerchantAccountStore accounts;
    private final CheckConnection check;
    private final IntegrationConfig config;
    private final Vertx vertx;

    RecheckRefusedCredentials(
            MerchantAccountStore accounts, CheckConnection check, IntegrationConfig config, Vertx vertx) {
        this.accounts = accounts;
        this.check = check;
        this.config = config;
        this.vertx = vertx;
    }

    @Scheduled(
            identity = "recheck-refused",
            every = "${coworkpay.credentials.recheck-poll:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recheckOnSchedule() {
        return recheckRefused();
    }

    /// As the scheduler does, from any thread.
    Uni<Void> recheckNow() {
        return Uni.createFrom()
                .emitter(emitter ->
                        onOwnContext(() -> recheckRefused().subscribe().with(emitter::complete, emitter::fail)));
    }

    /// Never fails: it comes again.
    private Uni<Void> recheckRefused() {
        return Panache.withSession(
                        () -> accounts.refusedLongerThan(config.credentials().recheckAfter(), MAX_PER_ROUND))
                .chain(this::recheckAll)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("refused credentials are not asked for now: %s", SafeErrorText.of(failure));
                    return null;
                });
    }

    /// After a key was replaced at one location. Nobody waits for it: the scheduler and calls find out too. On its own
    /// context, as a session belongs to one.
    void recheckOthersOf(String cid, String locationId) {
        onOwnContext(() -> recheckOthers(cid, locationId).subscribe().with(_ -> {}, _ -> {}));
    }

    private void onOwnContext(Runnable work) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(_ -> work.run());
    }

    /// Never fails.
    private Uni<Void> recheckOthers(String cid, String locationId) {
        return Panache.withSession(() -> accounts.otherLocationsOf(cid, locationId, MAX_PER_ROUND))
                .chain(this::recheckAll)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> recheckAll(List<String> locationIds) {
        return Multi.createFrom()
                .iterable(locationIds)
                .onItem()
                .transformToUniAndConcatenate(each -> check.recheck(each, SCHEDULER)
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
