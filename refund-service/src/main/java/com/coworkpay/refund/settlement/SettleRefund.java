package com.coworkpay.refund.settlement;

import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.Pauses;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Succeeded;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.ledger.CorrectLedger;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.LedgerContendedException;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.refund.ExecuteRefund;
import com.coworkpay.refund.refund.KakaoPayGateway;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One order inquiry about one unsettled refund. Every step checks the version that was taken: a faster one (a late
/// answer, another worker) is not overwritten, and the refund is taken again if necessary.
@ApplicationScoped
class SettleRefund {

    private static final Logger LOG = Logger.getLogger(SettleRefund.class);

    private final KakaoPayGateway kakaoPay;
    private final DueRefundStore dueRefunds;
    private final LedgerStore ledgers;
    private final ExecuteRefund executeRefund;
    private final RefundWorker worker;
    private final CorrectLedger corrections;
    private final DecideCancellations decide;
    private final Pauses pauses;

    SettleRefund(
            KakaoPayGateway kakaoPay,
            DueRefundStore dueRefunds,
            LedgerStore ledgers,
            ExecuteRefund executeRefund,
            RefundWorker worker,
            CorrectLedger corrections,
            DecideCancellations decide,
            RefundConfig config) {
        this.kakaoPay = kakaoPay;
        this.dueRefunds = dueRefunds;
        this.ledgers = ledgers;
        this.executeRefund = executeRefund;
        this.worker = worker;
        this.corrections = corrections;
        this.decide = decide;
        this.pauses = RefundConfig.Refund.inquiring(config.refund());
    }

    public Uni<Void> settle(DueRefund refund) {
        return inquire(refund).chain(inquiry -> escalate(refund, inquiry)
                .chain(now -> apply(now, OrderRule.decide(now.facts(), inquiry))));
    }

    /// Makes an order inquiry, and changes nothing.
    public Uni<OrderInquiry> inquire(DueRefund refund) {
        return kakaoPay.order(refund.payment())
                .map(outcome -> OrderInquiry.of(outcome, refund.cancels()))
                .onFailure()
                .recoverWithItem(defect -> {
                    LOG.errorf(
                            defect,
                            "the order of payment %s cannot be understood",
                            refund.payment().paymentId());
                    return new OrderInquiry.Inconclusive("INTERNAL");
                })
                .invoke(inquiry -> LOG.infof(
                        "refund %s of payment %s is %s, KakaoPay's order: %s",
                        refund.refund().id(),
                        refund.payment().paymentId(),
                        refund.state().status(),
                        inquiry));
    }

    /// Records the result of an inquiry that a person requested; where cancel may be sent, the worker does that at
    /// once.
    public Uni<Void> record(DueRefund refund, OrderInquiry inquiry) {
        SettlementDecision decision = OrderRule.decide(refund.facts(), inquiry);
        return decision instanceof SettlementDecision.Repeat
                ? dueRefunds.checkAgain(refund.refund(), Duration.ZERO)
                : apply(refund, decision);
    }

    private Uni<Void> apply(DueRefund due, SettlementDecision decision) {
        return switch (decision) {
            case SettlementDecision.Succeeded(var aid, var canceledAt) ->
                due.state() instanceof Failed failed
                        ? correct(due, List.of(new Movement.Late(failed.refund().id(), aid, canceledAt)))
                        : succeeded(due, aid, canceledAt);
            case SettlementDecision.Failed(Failure failure) ->
                change(due, Change.of(unknown(due), (refund, at) -> refund.stillThere(failure, at)))
                        .invoke(_ -> worker.wake())
                        .chain(() -> decideNext(due));
            case SettlementDecision.Correct(var movements) -> correct(due, movements);
            case SettlementDecision.Restart _ ->
                step(due, at -> unknown(due).restart(at))
                        .invoke(_ -> worker.wake())
                        .replaceWithVoid();
            case SettlementDecision.Repeat _ -> repeat(due);
            case SettlementDecision.CheckLater _ -> checkLater(due);
            case SettlementDecision.Confirmed _ -> confirmed(due);
        };
    }

    /// Only what is in flight or unknown succeeds or fails by an order inquiry, and a worker takes it as unknown.
    private static Unknown unknown(DueRefund due) {
        return (Unknown) due.state();
    }

    private Uni<Void> succeeded(DueRefund due, @Nullable String aid, @Nullable Instant canceledAt) {
        return change(
                        due,
                        Change.of(unknown(due), (refund, at) -> refund.succeed(aid, canceledAt, "FOUND_BY_ORDER", at)))
                .invoke(_ -> worker.wake())
                .replaceWithVoid();
    }

    private Uni<Optional<Ledger>> change(DueRefund due, Change change) {
        return ledgers.change(new ReadLedger(due.ledger(), due.time()), change);
    }

    /// @return false if the refund has changed in the meantime
    private Uni<Boolean> step(DueRefund due, Function<Instant, RefundState> step) {
        Instant at = due.time().now();
        return ledgers.step(due.state(), step.apply(at), at);
    }

    private Uni<Void> decideNext(DueRefund due) {
        return decide.ofPayables(List.of(due.payable()), Map.of());
    }

    /// What is left can be refunded, and deferred cancellations can be decided.
    private Uni<Void> correct(DueRefund due, List<Movement> movements) {
        return corrections
                .fromInquiry(due.ledger(), due.refund(), movements)
                .invoke(_ -> worker.wake())
                .chain(() -> decideNext(due));
    }

    private Uni<Void> repeat(DueRefund due) {
        return executeRefund
                .repeat(due.refund())
                .chain(sent -> sent ? Uni.createFrom().voidItem() : checkLater(due));
    }

    /// With a longer pause than before.
    private Uni<Void> checkLater(DueRefund due) {
        Duration pause = due.refund().inquiryPause(pauses, due.time().now());
        return dueRefunds.checkAgain(due.refund(), pause);
    }

    /// Escalates to manual review where necessary; the refund continues.
    private Uni<DueRefund> escalate(DueRefund due, OrderInquiry inquiry) {
        ReviewReason reason = OrderRule.escalation(due.facts(), inquiry);
        if (reason == null) {
            return Uni.createFrom().item(due);
        }
        LOG.errorf(
                "refund %s of payment %s goes to manual review: %s",
                due.refund().id(), due.payment().paymentId(), reason);
        return change(due, escalation(due.state(), reason))
                .map(escalated -> escalated.map(due::afterEscalation).orElse(due))
                // The next check escalates.
                .onFailure(LedgerContendedException.class)
                .recoverWithItem(due);
    }

    private static Change escalation(RefundState state, ReviewReason reason) {
        return switch (state) {
            case Requested requested -> Change.of(requested, (refund, at) -> refund.escalate(reason, at));
            case Unknown unknown -> Change.of(unknown, (refund, at) -> refund.escalate(reason, at));
            case Failed failed -> Change.of(failed, (refund, at) -> refund.escalate(reason, at));
            case AwaitingApproval _, InFlight _, Succeeded _ ->
                throw new IllegalStateException("nothing is escalated that is " + state.status());
        };
    }

    /// A later cancellation may lead to a refund now.
    private Uni<Void> confirmed(DueRefund due) {
        Failed failed = (Failed) due.state();
        // The end of a review is published.
        Uni<Boolean> confirmed = due.refund().manualReviewSince() == null
                ? step(due, failed::confirm)
                : change(due, Change.of(failed, Failed::confirm)).map(Optional::isPresent);
        return confirmed.chain(now -> now ? decideNext(due) : Uni.createFrom().voidItem());
    }
}
