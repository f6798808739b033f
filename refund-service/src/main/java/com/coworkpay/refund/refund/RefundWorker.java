package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.Background;
import com.coworkpay.platform.observability.WorkInHand;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.persistence.ClaimRefunds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Carries requested refunds out, in this process; any number of processes may do so at once. What is due, and for
/// whom it is taken, stands in the rows, so a restart forgets nothing.
@ApplicationScoped
public class RefundWorker {

    private static final Logger LOG = Logger.getLogger(RefundWorker.class);

    private final ClaimRefunds claims;
    private final CarryOutRefund carryOut;
    private final Background background;
    private final WorkInHand workInHand;
    private final Vertx vertx;
    private final RefundConfig.Execution config;

    /// Somebody wishes for a look that has not begun.
    private final AtomicBoolean wished = new AtomicBoolean();

    /// A look is about to begin or under way: never two.
    private final AtomicBoolean looking = new AtomicBoolean();

    /// The last look left some, or might have, for want of a free hand.
    private final AtomicBoolean more = new AtomicBoolean();

    /// Refunds in this worker's hands; never more than a batch.
    private final AtomicInteger inHand = new AtomicInteger();

    RefundWorker(
            ClaimRefunds claims,
            CarryOutRefund carryOut,
            Background background,
            WorkInHand workInHand,
            Vertx vertx,
            RefundConfig config) {
        this.claims = claims;
        this.carryOut = carryOut;
        this.background = background;
        this.workInHand = workInHand;
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

    /// Says that refunds were committed: they are carried out soon instead of at the next poll. Cheap, and fine from
    /// any thread; needed for speed only.
    public void wake() {
        wished.set(true);
        if (config.enabled() && looking.compareAndSet(false, true)) {
            vertx.setTimer(Math.max(1, config.gather().toMillis()), _ -> look());
        }
    }

    private void look() {
        wished.set(false);
        Uni.createFrom()
                .deferred(() -> workInHand.take(false, this::take))
                .onFailure()
                .recoverWithItem(RefundWorker::pause)
                .subscribe()
                .with(left -> {
                    more.set(left);
                    looking.set(false);
                    if (wished.get()) {
                        wake();
                    }
                });
    }

    /// @return whether there may be more than there were free hands
    private Uni<Boolean> take() {
        int free = config.batch() - inHand.get();
        if (free <= 0) {
            return Uni.createFrom().item(true);
        }
        return claims.due(free).invoke(taken -> taken.forEach(this::start)).map(taken -> taken.size() == free);
    }

    private void start(CancelClaim claim) {
        inHand.incrementAndGet();
        carryOut(claim).subscribe().with(_ -> {
            inHand.decrementAndGet();
            if (more.get()) {
                wake();
            }
        });
    }

    /// One whole round to its end.
    ///
    /// @return how many refunds were taken. Never fails.
    public Uni<Integer> round() {
        return claims.due(config.batch()).chain(this::carryOutAll).onFailure().recoverWithItem(failure -> {
            pause(failure);
            return 0;
        });
    }

    private Uni<Integer> carryOutAll(List<CancelClaim> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(batch.stream().map(this::carryOut).toList())
                .andCollectFailures()
                .replaceWith(batch.size());
    }

    private Uni<Void> carryOut(CancelClaim claim) {
        return background
                .run(claim.paymentId(), claim.traceparent(), () -> carryOut.carryOut(claim))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "refund %s could not be carried out now", claim.refundId());
                    return null;
                });
    }

    private static boolean pause(Throwable failure) {
        LOG.warnf("refunds pause: %s", failure.toString());
        return false;
    }
}
