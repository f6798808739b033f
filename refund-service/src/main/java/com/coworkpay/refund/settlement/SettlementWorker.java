package com.coworkpay.refund.settlement;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.LeasedWorker;
import com.coworkpay.platform.observability.Places;
import com.coworkpay.platform.observability.SafeErrorText;
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
import org.jboss.logging.Logger;

/// Settles refunds with an unknown outcome, in this process.
@ApplicationScoped
public class SettlementWorker {

    private static final Logger LOG = Logger.getLogger(SettlementWorker.class);

    private final DueRefundStore due;
    private final LedgerStore ledgers;
    private final InFlightWork inFlightWork;
    private final RefundConfig.Settlement config;
    private final LeasedWorker<DueRefund> worker;

    SettlementWorker(
            DueRefundStore due,
            SettleRefund settleRefund,
            LedgerStore ledgers,
            TracedTask background,
            InFlightWork inFlightWork,
            RefundConfig config) {
        this.due = due;
        this.ledgers = ledgers;
        this.inFlightWork = inFlightWork;
        this.config = config.refund().settlement();
        this.worker = new LeasedWorker<>(
                "settlement",
                inFlightWork,
                new Places<>(this.config.batch()),
                due::take,
                taken -> background.run(
                        taken.payment().paymentId(), taken.refund().traceparent(), () -> settleRefund.settle(taken)),
                taken -> "refund " + taken.refund().id());
    }

    @Scheduled(
            identity = "settlement",
            every = "${coworkpay.refund.settlement.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return config.enabled()
                ? inFlightWork.take(0, () -> escalateStalled().replaceWith(0)).chain(this::fill)
                : Uni.createFrom().voidItem();
    }

    Uni<Void> fill() {
        return worker.fill();
    }

    /// For tests that drive it by hand.
    public Uni<Void> round() {
        return worker.round();
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
                    LOG.warnf("settlement pauses: %s", SafeErrorText.of(failure));
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
}
