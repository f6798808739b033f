package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.TracedTask;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Executes requested refunds in this process; any number of processes may do so at once. What is due and what is
/// claimed is stored in the rows, so nothing is lost on a restart.
@ApplicationScoped
public class RefundWorker {

    private static final Logger LOG = Logger.getLogger(RefundWorker.class);

    private final CancelClaimStore claims;
    private final ExecuteRefund executeRefund;
    private final TracedTask background;
    private final InFlightWork inFlightWork;
    private final Vertx vertx;
    private final RefundConfig.Execution config;

    /// A wake-up was requested, and no claim of due refunds has begun since.
    private final AtomicBoolean wakeRequested = new AtomicBoolean();

    /// A claim of due refunds is about to begin or in progress: one at a time.
    private final AtomicBoolean claiming = new AtomicBoolean();

    /// The last claim left some, or might have, because the batch was full.
    private final AtomicBoolean more = new AtomicBoolean();

    /// Refunds in flight in this worker; never more than a batch.
    private final AtomicInteger inFlight = new AtomicInteger();

    RefundWorker(
            CancelClaimStore claims,
            ExecuteRefund executeRefund,
            TracedTask background,
            InFlightWork inFlightWork,
            Vertx vertx,
            RefundConfig config) {
        this.claims = claims;
        this.executeRefund = executeRefund;
        this.background = background;
        this.inFlightWork = inFlightWork;
        this.vertx = vertx;
        this.config = config.refund().execution();
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

    private void claimDue() {
        wakeRequested.set(false);
        Uni.createFrom()
                .deferred(() -> inFlightWork.take(false, this::take))
                .onFailure()
                .recoverWithItem(RefundWorker::pause)
                .subscribe()
                .with(left -> {
                    more.set(left);
                    claiming.set(false);
                    if (wakeRequested.get()) {
                        wake();
                    }
                });
    }

    /// @return whether there may be more than there was room for
    private Uni<Boolean> take() {
        int free = config.batch() - inFlight.get();
        if (free <= 0) {
            return Uni.createFrom().item(true);
        }
        return claims.due(free).invoke(taken -> taken.forEach(this::start)).map(taken -> taken.size() == free);
    }

    private void start(CancelClaim claim) {
        inFlight.incrementAndGet();
        execute(claim).subscribe().with(_ -> {
            inFlight.decrementAndGet();
            if (more.get()) {
                wake();
            }
        });
    }

    /// One whole round to its end.
    ///
    /// @return how many refunds were taken. Never fails.
    public Uni<Integer> round() {
        return claims.due(config.batch()).chain(this::executeAll).onFailure().recoverWithItem(failure -> {
            pause(failure);
            return 0;
        });
    }

    private Uni<Integer> executeAll(List<CancelClaim> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(batch.stream().map(this::execute).toList())
                .andCollectFailures()
                .replaceWith(batch.size());
    }

    private Uni<Void> execute(CancelClaim claim) {
        return background
                .run(claim.payment().paymentId(), claim.refund().traceparent(), () -> executeRefund.execute(claim))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            failure,
                            "refund %s could not be executed now",
                            claim.refund().id());
                    return null;
                });
    }

    private static boolean pause(Throwable failure) {
        LOG.warnf("refunds pause: %s", failure.toString());
        return false;
    }
}
