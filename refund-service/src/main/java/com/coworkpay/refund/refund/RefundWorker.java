package com.coworkpay.refund.refund;

import com.coworkpay.platform.observability.Background;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.refund.domain.CancelClaim;
import com.coworkpay.refund.refund.persistence.ClaimRefunds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
    private final RefundConfig.Execution config;

    /// Wishes to look, counted while a look is under way: 0 means that none is.
    private final AtomicInteger wishes = new AtomicInteger();

    /// Refunds in this worker's hands; never more than a batch.
    private final AtomicInteger inHand = new AtomicInteger();

    RefundWorker(ClaimRefunds claims, CarryOutRefund carryOut, Background background, RefundConfig config) {
        this.claims = claims;
        this.carryOut = carryOut;
        this.background = background;
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

    /// Says that a refund was committed: it is carried out at once instead of at the next poll. Cheap, and fine from
    /// any thread; needed for speed only.
    public void wake() {
        if (config.enabled() && wishes.getAndIncrement() == 0) {
            look();
        }
    }

    /// Looks as long as somebody has wished for it since the last look began; whoever comes back with a free hand
    /// wishes, too.
    private void look() {
        int seen = wishes.get();
        take().subscribe().with(_ -> {
            if (!wishes.compareAndSet(seen, 0)) {
                look();
            }
        });
    }

    private Uni<Void> take() {
        int free = config.batch() - inHand.get();
        if (free <= 0) {
            return Uni.createFrom().voidItem();
        }
        return claims.due(free)
                .invoke(taken -> taken.forEach(this::start))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    pause(failure);
                    return null;
                });
    }

    private void start(CancelClaim claim) {
        inHand.incrementAndGet();
        carryOut(claim).subscribe().with(_ -> {
            inHand.decrementAndGet();
            wake();
        });
    }

    /// One whole round to its end.
    ///
    /// @return how many refunds were taken. Never fails.
    public Uni<Integer> round() {
        return claims.due(config.batch()).chain(this::carryOutAll).onFailure().recoverWithItem(RefundWorker::pause);
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

    private static int pause(Throwable failure) {
        LOG.warnf("refunds pause: %s", failure.toString());
        return 0;
    }
}
