package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.TracedTask;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.TakenRefund;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Settles refunds with an unknown outcome in this process; any number of processes may do so at once. What is due and
/// what is taken is stored in the rows, so nothing is lost on a restart.
@ApplicationScoped
public class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DueRefundStore due;
    private final SettleRefund settleRefund;
    private final LedgerStore ledgers;
    private final TracedTask background;
    private final InFlightWork inFlightWork;
    private final RefundConfig.Settlement config;

    /// Refunds in flight in this worker; never more than a batch.
    private final AtomicInteger busy = new AtomicInteger();

    /// The last batch left some, or might have, because it was full.
    private final AtomicBoolean more = new AtomicBoolean();

    SettlementWorker(
            DueRefundStore due,
            SettleRefund settleRefund,
            LedgerStore ledgers,
            TracedTask background,
            InFlightWork inFlightWork,
            RefundConfig config) {
        this.due = due;
        this.settleRefund = settleRefund;
        this.ledgers = ledgers;
        this.background = background;
        this.inFlightWork = inFlightWork;
        this.config = config.refund().settlement();
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.refund.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inFlightWork
                        .take(0, () -> escalateStalled().chain(this::fill))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// Takes as many as there are free places. Each that is done makes room for the next, so that none waits for the
    /// slowest.
    ///
    /// @return how many were taken. Never fails.
    Uni<Integer> fill() {
        int free = free();
        if (free == 0) {
            return Uni.createFrom().item(0);
        }
        return due.take(free)
                .onFailure()
                .recoverWithItem(SettlementWorker::pause)
                .map(taken -> {
                    busy.addAndGet(taken.size() - free);
                    more.set(taken.size() == free);
                    taken.forEach(this::start);
                    return taken.size();
                });
    }

    /// Holds all free places.
    private int free() {
        int before = busy.getAndUpdate(taken -> Math.max(taken, config.batch()));
        return Math.max(0, config.batch() - before);
    }

    private void start(DueRefund refund) {
        settle(refund).subscribe().with(_ -> {
            busy.decrementAndGet();
            if (more.get()) {
                inFlightWork.take(0, this::fill).subscribe().with(_ -> {});
            }
        });
    }

    /// One whole round to its end: batches while there is a full one.
    ///
    /// @return how many refunds were settled in the last batch. Never fails.
    public Uni<Integer> round() {
        return due.take(config.batch())
                .onFailure()
                .recoverWithItem(SettlementWorker::pause)
                .chain(this::settleAll)
                .chain(count -> count == config.batch()
                        ? inFlightWork.take(count, this::round)
                        : Uni.createFrom().item(count));
    }

    private static List<DueRefund> pause(Throwable failure) {
        LOG.warnf("settlement pauses: %s", failure.toString());
        return List.of();
    }

    /// Escalates refunds that could not be sent for long; they continue by themselves. Never fails.
    public Uni<Void> escalateStalled() {
        return due.stalled()
                .onItem()
                .transformToMulti(stalled -> Multi.createFrom().iterable(stalled))
                .onItem()
                .transformToUniAndConcatenate(this::escalate)
                .collect()
                .asList()
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("settlement pauses: %s", failure.toString());
                    return null;
                });
    }

    private Uni<Void> escalate(TakenRefund stalled) {
        LOG.errorf("refund %s could not be sent for long", stalled.refund().id());
        return ledgers.change(
                        new ReadLedger(stalled.ledger(), stalled.time()),
                        Change.of(
                                new Requested(stalled.refund()),
                                (refund, at) -> refund.escalate(ReviewReason.NOT_SENT_TOO_LONG, at)))
                .replaceWithVoid()
                // The next round escalates.
                .onFailure(LedgerStore.LedgerContendedException.class)
                .recoverWithNull();
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

    /// A failure concerns one refund only: it is taken again when its lease is over.
    private Uni<Void> settle(DueRefund refund) {
        return background
                .run(refund.payment().paymentId(), refund.refund().traceparent(), () -> settleRefund.settle(refund))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            failure,
                            "refund %s could not be settled now",
                            refund.refund().id());
                    return null;
                });
    }
}
