package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.refund.cancellation.DeferredDecisionStore.DeferredDecision;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Decides cancellations that were deferred until an earlier one's refund is over, however long it took and however it
/// ended. Deferred decisions are rows, so none is lost on a restart.
@ApplicationScoped
class DeferredDecisionWorker {

    private static final Logger LOG = Logger.getLogger(DeferredDecisionWorker.class);

    private final DeferredDecisionStore deferred;
    private final DecideCancellations decide;

    DeferredDecisionWorker(DeferredDecisionStore deferred, DecideCancellations decide) {
        this.deferred = deferred;
        this.decide = decide;
    }

    /// Never fails: it runs again.
    @Scheduled(
            identity = "deferred-decisions",
            every = "${coworkpay.refund.decision.after-refund:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return deferred.ready().chain(this::resume).onFailure().recoverWithItem(failure -> {
            LOG.warnf("deferred decisions pause: %s", SafeErrorText.of(failure));
            return null;
        });
    }

    private Uni<Void> resume(List<DeferredDecision> ready) {
        if (ready.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return decide.ofPayables(ready.stream().map(DeferredDecision::payable).toList(), Map.of())
                .chain(() -> deferred.clear(ready))
                .chain(() -> DeferredDecisionStore.isFull(ready)
                        ? poll()
                        : Uni.createFrom().voidItem());
    }
}
