package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.LeasedWorker;
import com.coworkpay.platform.observability.Places;
import com.coworkpay.platform.observability.TracedTask;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/// Executes requested refunds, in this process.
@ApplicationScoped
public class RefundWorker {

    private final Vertx vertx;
    private final RefundConfig.Execution config;
    private final LeasedWorker<CancelClaim> worker;

    /// A wake-up was requested, and no claim of due refunds has begun since.
    private final AtomicBoolean wakeRequested = new AtomicBoolean();

    /// A claim of due refunds is about to begin or in progress: one at a time.
    private final AtomicBoolean claiming = new AtomicBoolean();

    RefundWorker(
            CancelClaimStore claims,
            ExecuteRefund executeRefund,
            TracedTask background,
            InFlightWork inFlightWork,
            Vertx vertx,
            RefundConfig config) {
        this.vertx = vertx;
        this.config = config.refund().execution();
        this.worker = new LeasedWorker<CancelClaim>(
                        "execution of refunds",
                        inFlightWork,
                        new Places<>(this.config.batch()),
                        claims::due,
                        claim -> background.run(
                                claim.payment().paymentId(),
                                claim.refund().traceparent(),
                                () -> executeRefund.execute(claim).invoke(() -> wakeForBatch(claim))),
                        claim -> "refund " + claim.refund().id())
                .whenFree(this::wake);
    }

    @Scheduled(
            identity = "refunds",
            every = "${coworkpay.refund.execution.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        wake();
        return Uni.createFrom().voidItem();
    }

    /// Notifies the worker that refunds were committed: they are executed soon instead of at the next poll. Cheap, and
    /// fine from any thread; needed for speed only.
    public void wake() {
        wakeRequested.set(true);
        if (config.enabled() && claiming.compareAndSet(false, true)) {
            vertx.setTimer(Math.max(1, config.gather().toMillis()), _ -> claimDue());
        }
    }

    /// Few refunds of batches are in flight at once, however many places there are: the next one follows soon.
    private void wakeForBatch(CancelClaim claim) {
        if (claim.refund().batchId() != null) {
            wake();
        }
    }

    private void claimDue() {
        wakeRequested.set(false);
        worker.fill().subscribe().with(_ -> {
            claiming.set(false);
            if (wakeRequested.get()) {
                wake();
            }
        });
    }

    /// For tests that drive it by hand.
    public Uni<Void> round() {
        return worker.round();
    }
}
