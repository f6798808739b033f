package com.coworkpay.payment.settlement;

import com.coworkpay.payment.approval.CarryOutApproval;
import com.coworkpay.payment.approval.PlaceMoney;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.domain.WhyNotClaimed;
import com.coworkpay.payment.approval.persistence.ClaimApproval;
import com.coworkpay.payment.approval.persistence.PaymentsAtVisit;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.kakaopay.KakaoPayCalls;
import com.coworkpay.payment.persistence.PaymentMoves;
import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.settlement.domain.OrderRule;
import com.coworkpay.payment.settlement.domain.Verdict;
import com.coworkpay.payment.settlement.persistence.DuePayments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/// One look at one due payment. Every step stands on the version that was taken: whoever was faster (a visit, a late
/// answer, another worker) is not overwritten, and the payment comes up again if it still needs to.
@ApplicationScoped
public class SettlePayment {

    private static final Logger LOG = Logger.getLogger(SettlePayment.class);

    private final KakaoPayCalls kakaoPay;
    private final DuePayments due;
    private final PaymentMoves moves;
    private final PlaceMoney placeMoney;
    private final ClaimApproval claims;
    private final CarryOutApproval carryOut;
    private final PaymentsAtVisit payments;

    SettlePayment(
            KakaoPayCalls kakaoPay,
            DuePayments due,
            PaymentMoves moves,
            PlaceMoney placeMoney,
            ClaimApproval claims,
            CarryOutApproval carryOut,
            PaymentsAtVisit payments) {
        this.kakaoPay = kakaoPay;
        this.due = due;
        this.moves = moves;
        this.placeMoney = placeMoney;
        this.claims = claims;
        this.carryOut = carryOut;
        this.payments = payments;
    }

    public Uni<Void> settle(Due payment) {
        String tid = payment.tid();
        if (tid == null) {
            // Nobody knows a TID, so nobody can have paid: no question to ask.
            return moves.canceled(payment.id(), payment.version(), Reason.EXPIRED)
                    .replaceWithVoid();
        }
        return mayResume(payment) ? resume(payment) : look(payment, tid);
    }

    /// Approve was claimed and surely did not get through (or the payer's account was busy), and the token is kept.
    private static boolean mayResume(Due payment) {
        return payment.facts().status() == PaymentStatus.WAITING
                && payment.facts().hasToken()
                && !payment.facts().expired();
    }

    private Uni<Void> resume(Due payment) {
        return claims.resume(payment.id(), payment.version())
                .chain(claim -> claim.isPresent() ? send(claim.get()) : notResumed(payment));
    }

    private Uni<Void> notResumed(Due payment) {
        return payments.look(payment.id()).chain(found -> switch (WhyNotClaimed.of(found.orElseThrow())) {
            case WhyNotClaimed.Cancel(Reason reason) ->
                moves.canceled(payment.id(), payment.version(), reason).replaceWithVoid();
            case WhyNotClaimed.TellAsItIs _, WhyNotClaimed.TryAgain _ -> due.again(payment, false, null);
        });
    }

    private Uni<Void> look(Due payment, String tid) {
        return ask(payment, tid).chain(look -> carryOut(payment, look));
    }

    /// What KakaoPay's order says, for a person; nothing is recorded.
    public Uni<Look> ask(Due payment) {
        return ask(payment, Objects.requireNonNull(payment.tid(), "only what has a TID is asked for"));
    }

    private Uni<Look> ask(Due payment, String tid) {
        return kakaoPay.order(payment, tid)
                .invoke(look -> LOG.infof(
                        "payment %s is %s, KakaoPay's order: %s (%s)",
                        payment.id(), payment.facts().status(), look.meaning(), look.why()));
    }

    /// Records what a person's look found, as the worker does, but sends nothing: where approve may be sent, the worker
    /// does it at once.
    public Uni<Void> record(Due payment, Look look) {
        boolean sends = OrderRule.decide(payment.facts(), look) instanceof Verdict.RepeatApprove
                || mayResume(payment) && look.meaning() != Look.Meaning.PAID;
        return sends ? due.soon(payment) : carryOut(payment, look);
    }

    private Uni<Void> carryOut(Due payment, Look look) {
        UUID id = payment.id();
        return switch (OrderRule.decide(payment.facts(), look)) {
            case Verdict.Paid(var money) -> placeMoney.place(id, money).replaceWithVoid();
            case Verdict.Surplus(var money) -> placeMoney.place(id, money).replaceWithVoid();
            case Verdict.NotPaid(PaymentStatus to, Reason reason) ->
                moves.over(id, payment.version(), to, reason).replaceWithVoid();
            case Verdict.RepeatApprove _ -> repeat(payment, look);
            case Verdict.AskAgain(boolean flag) -> due.again(payment, flag || isOverlong(payment), look);
            case Verdict.LeaveIt _ -> due.leave(payment);
        };
    }

    /// Unsettled for so long that a person must see it. What is over is only looked at late, which alarms nobody.
    private static boolean isOverlong(Due payment) {
        return payment.attentionDue() && !payment.facts().status().isOver();
    }

    private Uni<Void> repeat(Due payment, Look look) {
        return claims.repeat(payment.id(), payment.version())
                .chain(claim -> claim.isPresent() ? send(claim.get()) : due.again(payment, isOverlong(payment), look));
    }

    private Uni<Void> send(ApproveClaim claim) {
        return carryOut.carryOut(claim).replaceWithVoid();
    }
}
