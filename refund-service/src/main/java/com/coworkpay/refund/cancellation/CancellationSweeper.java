package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Decides cancellations that were forgotten. An event is acknowledged to Kafka only after the decisions that it
/// completes, so it is consumed again after a crash in between, and there is nothing to find here. This is for the
/// rest: an event that was dead-lettered after its fact was stored, an offset that was moved by hand.
@ApplicationScoped
class CancellationSweeper {

    private static final Logger LOG = Logger.getLogger(CancellationSweeper.class);

    private final DecideCancellations decide;
    private final DecisionMetrics metrics;
    private final RefundConfig.Decision config;

    CancellationSweeper(DecideCancellations decide, DecisionMetrics metrics, RefundConfig config) {
        this.decide = decide;
        this.metrics = metrics;
        this.config = config.refund().decision();
    }

    /// Never fails: it runs again.
    @Scheduled(
            identity = "forgotten-cancellations",
            every = "${coworkpay.refund.decision.sweep-every:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return decide.forgotten(config.within())
                .invoke(count -> {
                    if (count > 0) {
                        metrics.forgotten(count);
                        LOG.errorf("%d cancellations had been forgotten, and are decided now", count);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("the sweep of cancellations failed: %s", SafeErrorText.of(failure));
                    return null;
                });
    }
}
