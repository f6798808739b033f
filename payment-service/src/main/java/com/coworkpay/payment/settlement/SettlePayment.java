package com.coworkpay.payment.settlement;

import com.coworkpay.payment.approval.ExecuteApproval;
import com.coworkpay.payment.approval.RecordLateApproval;
import com.coworkpay.payment.approval.domain.ApprovalClaimRejection;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.persistence.ApprovalClaimStore;
import com.coworkpay.payment.approval.persistence.PaymentSnapshotStore;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.payment.settlement.domain.DuePayment;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.payment.settlement.domain.OrderRule;
import com.coworkpay.payment.settlement.domain.SettlementDecision;
import com.coworkpay.payment.settlement.persistence.DuePaymentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/// One check of one due payment. Every step applies to the version that was taken, so a faster change (a return, a late
/// answer, another worker) is not overwritten; the payment is checked again if it needs to be.
@ApplicationScoped
public class SettlePayment {

    private static final Logger LOG = Logger.getLogger(SettlePayment.class);

    private final KakaoPayGateway kakaoPay;
    private final DuePaymentStore duePayments;
    private final PaymentTransitionStore transitions;
    private final RecordLateApproval recordLateApproval;
    private final ApprovalClaimStore claims;
    private final ExecuteApproval executeApproval;
    private final PaymentSnapshotStore snapshots;

    SettlePayment(
            KakaoPayGateway kakaoPay,
            DuePaymentStore duePayments,
            PaymentTransitionStore transitions,
            RecordLateApproval recordLateApproval,
            ApprovalClaimStore claims,
            ExecuteApproval executeApproval,
            PaymentSnapshotStore snapshots) {
        this.kakaoPay = kakaoPay;
        this.duePayments = duePayments;
        this.transitions = transitions;
        this.recordLateApproval = recordLateApproval;
        this.claims = claims;
        this.executeApproval = executeApproval;
        this.snapshots = snapshots;
    }

    public Uni<Void> settle(DuePayment payment) {
        String tid = payment.tid();
        if (tid == null) {
            // There is no TID, so nobody can have paid: no inquiry is needed.
            return transitions
                    .canceled(payment.id(), payment.version(), Reason.EXPIRED)
                    .replaceWithVoid();
        }
        return mayResume(payment) ? resume(payment) : inquireAndApply(payment, tid);
    }

    /// Approve was claimed and surely not sent (or the payer's account was busy), and the token is kept.
    private static boolean mayResume(DuePayment payment) {
        return payment.facts().status() == PaymentStatus.WAITING
                && payment.facts().hasToken()
                && !payment.facts().expired();
    }

    private Uni<Void> resume(DuePayment payment) {
        return claims.resume(payment.id(), payment.version())
                .chain(claim -> claim.isPresent() ? send(claim.get()) : notResumed(payment));
    }

    private Uni<Void> notResumed(DuePayment payment) {
        return snapshots.find(payment.id()).chain(found -> switch (ApprovalClaimRejection.of(found.orElseThrow())) {
            case ApprovalClaimRejection.Cancel(Reason reason) ->
                transitions.canceled(payment.id(), payment.version(), reason).replaceWithVoid();
            case ApprovalClaimRejection.NoChange _, ApprovalClaimRejection.Retry _ ->
                duePayments.checkLater(payment, false, null);
        });
    }

    private Uni<Void> inquireAndApply(DuePayment payment, String tid) {
        return inquire(payment, tid).chain(inquiry -> apply(payment, inquiry));
    }

    /// Makes an order inquiry for a person; nothing is recorded.
    public Uni<OrderInquiry> inquire(DuePayment payment) {
        return inquire(payment, Objects.requireNonNull(payment.tid(), "an inquiry needs a TID"));
    }

    private Uni<OrderInquiry> inquire(DuePayment payment, String tid) {
        return kakaoPay.inquireOrder(payment, tid)
                .invoke(inquiry -> LOG.infof(
                        "payment %s is %s, KakaoPay's order: %s (%s)",
                        payment.id(), payment.facts().status(), inquiry.result(), inquiry.why()));
    }

    /// Records what a person's inquiry found, as the worker does, but sends nothing: where approve may be sent, the
    /// worker does it at once.
    public Uni<Void> record(DuePayment payment, OrderInquiry inquiry) {
        boolean wouldSend = OrderRule.decide(payment.facts(), inquiry) instanceof SettlementDecision.RepeatApprove
                || mayResume(payment) && inquiry.result() != OrderInquiry.InquiryResult.PAID;
        return wouldSend ? duePayments.checkNow(payment) : apply(payment, inquiry);
    }

    private Uni<Void> apply(DuePayment payment, OrderInquiry inquiry) {
        UUID id = payment.id();
        return switch (OrderRule.decide(payment.facts(), inquiry)) {
            case SettlementDecision.Paid(var approval) ->
                recordLateApproval.record(id, approval).replaceWithVoid();
            case SettlementDecision.Overpayment(var approval) ->
                recordLateApproval.record(id, approval).replaceWithVoid();
            case SettlementDecision.NotPaid(PaymentStatus to, Reason reason) ->
                transitions.over(id, payment.version(), to, reason).replaceWithVoid();
            case SettlementDecision.RepeatApprove _ -> repeat(payment, inquiry);
            case SettlementDecision.CheckLater(boolean escalate) ->
                duePayments.checkLater(payment, escalate || isOverlong(payment), inquiry);
            case SettlementDecision.StopChecking _ -> duePayments.stopChecking(payment);
        };
    }

    /// Unsettled for so long that it needs manual review. A payment that is over only gets late inquiries, which need
    /// none.
    private static boolean isOverlong(DuePayment payment) {
        return payment.manualReviewDue() && !payment.facts().status().isOver();
    }

    private Uni<Void> repeat(DuePayment payment, OrderInquiry inquiry) {
        return claims.repeat(payment.id(), payment.version())
                .chain(claim -> claim.isPresent()
                        ? send(claim.get())
                        : duePayments.checkLater(payment, isOverlong(payment), inquiry));
    }

    private Uni<Void> send(ApproveClaim claim) {
        return executeApproval.execute(claim).replaceWithVoid();
    }
}
