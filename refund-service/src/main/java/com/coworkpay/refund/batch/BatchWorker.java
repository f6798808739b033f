package com.coworkpay.refund.batch;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.LeasedWorker;
import com.coworkpay.platform.observability.Places;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Counts and runs refund batches, in this process: one chunk of payments at a time, so that the pool of connections is
/// never theirs alone.
@ApplicationScoped
class BatchWorker {

    private static final Logger LOG = Logger.getLogger(BatchWorker.class);

    private final EndBatches endBatches;
    private final InFlightWork inFlightWork;
    private final RefundConfig.Batch config;
    private final LeasedWorker<BatchCountStore.Taken> counting;
    private final LeasedWorker<BatchRunStore.Chunk> running;

    BatchWorker(
            BatchCountStore counts,
            CountBatch countBatch,
            BatchRunStore runs,
            RunBatch runBatch,
            EndBatches endBatches,
            InFlightWork inFlightWork,
            RefundConfig config) {
        this.endBatches = endBatches;
        this.inFlightWork = inFlightWork;
        this.config = config.refund().batch();
        this.counting = new LeasedWorker<>(
                "count of refund batches",
                inFlightWork,
                new Places<>(1),
                counts::take,
                taken -> inFlightWork.hold(() -> countBatch.count(taken)),
                taken -> "refund batch " + taken.batch().id());
        this.running = new LeasedWorker<>(
                "refund batches",
                inFlightWork,
                new Places<>(1),
                _ -> runs.take(),
                chunk -> inFlightWork.hold(() -> runBatch.run(chunk)),
                chunk -> "refund batch " + chunk.batch().id());
    }

    @Scheduled(
            identity = "refund-batches",
            every = "${coworkpay.refund.batch.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inFlightWork
                        .take(0, () -> end().replaceWith(0))
                        .chain(counting::fill)
                        .chain(running::fill)
                : Uni.createFrom().voidItem();
    }

    /// For tests that drive it by hand.
    Uni<Void> round() {
        return counting.round().chain(running::round).chain(this::end);
    }

    /// Never fails: it runs again.
    private Uni<Void> end() {
        return endBatches.end().onFailure().recoverWithItem(failure -> {
            LOG.warnf("refund batches pause: %s", SafeErrorText.of(failure));
            return null;
        });
    }
}
