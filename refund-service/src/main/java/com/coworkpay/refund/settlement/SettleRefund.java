package com.coworkpay.refund.settlement;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.kakaopay.KakaoPayGateway;
import com.coworkpay.refund.persistence.LedgerCorrectionStore;
import com.coworkpay.refund.persistence.RefundTransitionStore;
import com.coworkpay.refund.persistence.TransitionResult;
import com.coworkpay.refund.refund.ExecuteRefund;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.refund.persistence.CancelClaimStore;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.OrderInquiry;
import com.coworkpay.refund.settlement.domain.OrderRule;
import com.coworkpay.refund.settlement.domain.SettlementDecision;
import com.coworkpay.refund.settlement.persistence.DueRefundStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// One order inquiry about one unsettled refund. Every step checks the version that was taken: a faster one (a late
/// answer, another worker) is not overwritten, and the refund is taken again if necessary.
@ApplicationScoped
public class SettleRefund {

    private static final Logger LOG = Logger.getLogger(SettleRefund.class);

    private final KakaoPayGateway kakaoPay;
    private final DueRefundStore due;
    private final RefundTransitionStore transitions;
    private final CancelClaimStore claims;
    private final ExecuteRefund executeRefund;
    private final RefundWorker worker;
    private final LedgerCorrectionStore corrections;
    private final DecideCancellations decide;

    SettleRefund(
            KakaoPayGateway kakaoPay,
            DueRefundStore due,
            RefundTransitionStore transitions,
            CancelClaimStore claims,
            ExecuteRefund executeRefund,
            RefundWorker worker,
            LedgerCorrectionStore corrections,
            DecideCancellations decide) {
        this.kakaoPay = kakaoPay;
        this.due = due;
        this.transitions = transitions;
        this.claims = claims;
        this.executeRefund = executeRefund;
        this.worker = worker;
        this.corrections = corrections;
        this.decide = decide;
    }

    public Uni<Void> settle(DueRefund refund) {
        return inquire(refund).chain(inquiry -> escalate(refund, inquiry)
                .chain(now -> apply(now, OrderRule.decide(now.facts(), inquiry))));
    }

    /// Makes an order inquiry, and changes nothing.
    public Uni<OrderInquiry> inquire(DueRefund refund) {
        return kakaoPay.order(refund)
                .invoke(inquiry -> LOG.infof(
                        "refund %s of payment %s is %s, KakaoPay's order: %s",
                        refund.refundId(), refund.paymentId(), refund.facts().status(), inquiry));
    }

    /// Records the result of an inquiry that a person requested; where cancel may be sent, the worker does that at
    /// once.
    public Uni<Void> record(DueRefund refund, OrderInquiry inquiry) {
        SettlementDecision decision = OrderRule.decide(refund.facts(), inquiry);
        return decision instanceof SettlementDecision.Repeat ? due.checkNow(refund) : apply(refund, decision);
    }

    private Uni<Void> apply(DueRefund refund, SettlementDecision decision) {
        return switch (decision) {
            case SettlementDecision.Succeeded(var aid, var canceledAt)
            when refund.facts().status() == RefundStatus.FAILED ->
                correct(refund, List.of(new Movement.Late(refund.refundId(), aid, canceledAt)));
            case SettlementDecision.Succeeded(var aid, var canceledAt) ->
                transitions
                        .succeeded(refund.refundId(), refund.version(), aid, canceledAt, "FOUND_BY_ORDER")
                        .invoke(_ -> worker.wake())
                        .replaceWithVoid();
            case SettlementDecision.Failed(Failure failure) ->
                transitions
                        .failed(refund.refundId(), refund.version(), failure, "STILL_THERE_BY_ORDER")
                        .invoke(_ -> worker.wake())
                        .chain(() -> decide.ofPayables(List.of(refund.payable()), Map.of()));
            case SettlementDecision.Correct(var movements) -> correct(refund, movements);
            case SettlementDecision.Restart _ -> due.restart(refund).invoke(_ -> worker.wake());
            case SettlementDecision.Repeat _ -> repeat(refund);
            case SettlementDecision.CheckLater _ -> due.checkLater(refund);
            case SettlementDecision.Confirmed _ -> confirmed(refund);
        };
    }

    /// What is left can be refunded, and deferred cancellations can be decided.
    private Uni<Void> correct(DueRefund refund, List<Movement> movements) {
        return corrections
                .fromInquiry(
                        refund.paymentId(),
                        refund.refundId(),
                        refund.version(),
                        refund.facts().expectedKrw(),
                        movements)
                .invoke(_ -> worker.wake())
                .chain(() -> decide.ofPayables(List.of(refund.payable()), Map.of()));
    }

    private Uni<Void> repeat(DueRefund refund) {
        return claims.repeat(refund.refundId(), refund.version())
                .chain(claim -> claim.isPresent() ? executeRefund.execute(claim.get()) : due.checkLater(refund));
    }

    /// Escalates to manual review where necessary; the refund continues.
    private Uni<DueRefund> escalate(DueRefund refund, OrderInquiry inquiry) {
        ReviewReason reason = OrderRule.escalation(refund.facts(), inquiry);
        if (reason == null) {
            return Uni.createFrom().item(refund);
        }
        LOG.errorf("refund %s of payment %s goes to manual review: %s", refund.refundId(), refund.paymentId(), reason);
        return transitions
                .escalated(refund.refundId(), refund.version(), reason)
                .map(result -> result == TransitionResult.DONE ? refund.afterEscalation() : refund);
    }

    /// A later cancellation may lead to a refund now.
    private Uni<Void> confirmed(DueRefund refund) {
        return due.confirmed(refund)
                .chain(confirmed -> confirmed
                        ? decide.ofPayables(List.of(refund.payable()), Map.of())
                        : Uni.createFrom().voidItem());
    }
}
