package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Decides cancellations that were forgotten. A fact is acknowledged to Kafka only after the decisions that it
/// completes, so a crash in between
/// brings it again, and there is nothing to find here. It is for what that does not cover: an event that was set aside
/// after its fact was kept, an offset that somebody moved.
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

    /// Never fails: it comes again.
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
                    LOG.warnf("the second look at cancellations pauses: %s", failure.toString());
                    return null;
                });
    }
}
