package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.Background;
import com.coworkpay.platform.observability.WorkInHand;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.persistence.RefundMoves;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.persistence.DueRefunds;
import com.coworkpay.refund.settlement.persistence.WaitingLong;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Looks for refunds that are unsettled, in this process; any number of processes may do so at once. What is due, and
/// for whom it is taken, stands in the rows, so a restart forgets nothing.
@ApplicationScoped
public class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DueRefunds due;
    private final SettleRefund settleRefund;
    private final RefundMoves moves;
    private final Background background;
    private final WorkInHand inHand;
    private final RefundConfig.Settlement config;

    SettlementWorker(
            DueRefunds due,
            SettleRefund settleRefund,
            RefundMoves moves,
            Background background,
            WorkInHand inHand,
            RefundConfig config) {
        this.due = due;
        this.settleRefund = settleRefund;
        this.moves = moves;
        this.background = background;
        this.inHand = inHand;
        this.config = config.refund().settlement();
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.refund.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inHand.take(0, () -> flagWaiting().chain(this::round)).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// Takes a batch, settles each refund of it on its own, and goes on while there is a full one.
    ///
    /// @return how many refunds were looked at in the last batch. Never fails.
    public Uni<Integer> round() {
        return due.take()
                .chain(this::settleAll)
                .chain(count -> count == config.batch()
                        ? inHand.take(count, this::round)
                        : Uni.createFrom().item(count))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", failure.toString());
                    return 0;
                });
    }

    /// Tells a person of refunds that could not be sent for long; they go on by themselves. Never fails.
    public Uni<Void> flagWaiting() {
        return due.waitingLong()
                .onItem()
                .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
                .onItem()
                .transformToUniAndConcatenate(this::flag)
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", failure.toString());
                    return null;
                });
    }

    private Uni<Void> flag(WaitingLong waiting) {
        LOG.errorf("refund %s could not be sent for long", waiting.refundId());
        return moves.escalated(waiting.refundId(), waiting.version(), ReviewReason.NOT_SENT_FOR_LONG)
                .replaceWithVoid();
    }

    private Uni<Integer> settleAll(List<DueRefund> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(batch.stream().map(this::settle).toList())
                .andCollectFailures()
                .replaceWith(batch.size());
    }

    /// One refund's trouble stays its own: it comes up again when its lease is over.
    private Uni<Void> settle(DueRefund refund) {
        return background
                .run(refund.paymentId(), refund.traceparent(), () -> settleRefund.settle(refund))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "refund %s could not be settled now", refund.refundId());
                    return null;
                });
    }
}
