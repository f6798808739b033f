package com.coworkpay.refund.settlement;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.kakaopay.KakaoPayCalls;
import com.coworkpay.refund.persistence.Corrections;
import com.coworkpay.refund.persistence.Moved;
import com.coworkpay.refund.persistence.RefundMoves;
import com.coworkpay.refund.refund.CarryOutRefund;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.refund.persistence.ClaimRefunds;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.Look;
import com.coworkpay.refund.settlement.domain.OrderRule;
import com.coworkpay.refund.settlement.domain.Verdict;
import com.coworkpay.refund.settlement.persistence.DueRefunds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// One look at one unsettled refund. Every step stands on the version that was taken: whoever was faster (a late
/// answer, another worker) is not overwritten, and the refund comes up again if it still needs to.
@ApplicationScoped
public class SettleRefund {

    private static final Logger LOG = Logger.getLogger(SettleRefund.class);

    private final KakaoPayCalls kakaoPay;
    private final DueRefunds due;
    private final RefundMoves moves;
    private final ClaimRefunds claims;
    private final CarryOutRefund carryOut;
    private final RefundWorker worker;
    private final Corrections corrections;
    private final DecideCancellations decide;

    SettleRefund(
            KakaoPayCalls kakaoPay,
            DueRefunds due,
            RefundMoves moves,
            ClaimRefunds claims,
            CarryOutRefund carryOut,
            RefundWorker worker,
            Corrections corrections,
            DecideCancellations decide) {
        this.kakaoPay = kakaoPay;
        this.due = due;
        this.moves = moves;
        this.claims = claims;
        this.carryOut = carryOut;
        this.worker = worker;
        this.corrections = corrections;
        this.decide = decide;
    }

    public Uni<Void> settle(DueRefund refund) {
        return ask(refund)
                .chain(look -> told(refund, look).chain(now -> carryOut(now, OrderRule.decide(now.facts(), look))));
    }

    /// Asks KakaoPay, and changes nothing.
    public Uni<Look> ask(DueRefund refund) {
        return kakaoPay.order(refund)
                .invoke(look -> LOG.infof(
                        "refund %s of payment %s is %s, KakaoPay's order: %s",
                        refund.refundId(), refund.paymentId(), refund.facts().status(), look));
    }

    /// What a look showed to a person is kept; where cancel may be sent, the worker does that at once.
    public Uni<Void> record(DueRefund refund, Look look) {
        Verdict verdict = OrderRule.decide(refund.facts(), look);
        return verdict instanceof Verdict.Repeat ? due.soon(refund) : carryOut(refund, verdict);
    }

    private Uni<Void> carryOut(DueRefund refund, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Succeeded(var aid, var canceledAt)
            when refund.facts().status() == RefundStatus.FAILED ->
                correct(refund, List.of(new Movement.Late(refund.refundId(), aid, canceledAt)));
            case Verdict.Succeeded(var aid, var canceledAt) ->
                moves.succeeded(refund.refundId(), refund.version(), aid, canceledAt, "FOUND_BY_ORDER")
                        .invoke(_ -> worker.wake())
                        .replaceWithVoid();
            case Verdict.Failed(Failure failure) ->
                moves.failed(refund.refundId(), refund.version(), failure, "STILL_THERE_BY_ORDER")
                        .invoke(_ -> worker.wake())
                        .chain(() -> decide.ofPayables(List.of(refund.payable()), Map.of()));
            case Verdict.Correct(var movements) -> correct(refund, movements);
            case Verdict.StartAnew _ -> due.startAnew(refund).invoke(_ -> worker.wake());
            case Verdict.Repeat _ -> repeat(refund);
            case Verdict.AskAgain _ -> due.again(refund);
            case Verdict.Confirmed _ -> confirmed(refund);
        };
    }

    /// What is left can be refunded, and decided on.
    private Uni<Void> correct(DueRefund refund, List<Movement> movements) {
        return corrections
                .found(
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
                .chain(claim -> claim.isPresent() ? carryOut.carryOut(claim.get()) : due.again(refund));
    }

    /// A person is told where one should know, and the refund goes on.
    private Uni<DueRefund> told(DueRefund refund, Look look) {
        ReviewReason reason = OrderRule.escalation(refund.facts(), look);
        if (reason == null) {
            return Uni.createFrom().item(refund);
        }
        LOG.errorf(
                "a person should look at refund %s of payment %s: %s", refund.refundId(), refund.paymentId(), reason);
        return moves.escalated(refund.refundId(), refund.version(), reason)
                .map(moved -> moved == Moved.DONE ? refund.moved() : refund);
    }

    /// A cancellation that came later may give money back now.
    private Uni<Void> confirmed(DueRefund refund) {
        return due.confirmed(refund)
                .chain(confirmed -> confirmed
                        ? decide.ofPayables(List.of(refund.payable()), Map.of())
                        : Uni.createFrom().voidItem());
    }
}
