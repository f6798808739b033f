package com.coworkpay.payment.settlement;

import com.coworkpay.payment.approval.RecordLateApproval;
import com.coworkpay.payment.approval.ResumeApproval;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Inquired;
import com.coworkpay.payment.domain.OrderInquiry;
import com.coworkpay.payment.domain.OrderRule;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Canceled;
import com.coworkpay.payment.domain.PaymentState.Created;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Overpaid;
import com.coworkpay.payment.domain.PaymentState.Paid;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.domain.SettlementDecision;
import com.coworkpay.payment.kakaopay.KakaoPayGateway;
import com.coworkpay.payment.store.PaymentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// One check of one due payment. Every step applies to the version that was taken, so a faster change (a return, a late
/// answer, another worker) is not overwritten; the payment is checked again if it needs to be.
@ApplicationScoped
public class SettlePayment {

    private static final Logger LOG = Logger.getLogger(SettlePayment.class);

    private final KakaoPayGateway kakaoPay;
    private final PaymentStore payments;
    private final RecordLateApproval recordLateApproval;
    private final ResumeApproval resumeApproval;

    SettlePayment(
            KakaoPayGateway kakaoPay,
            PaymentStore payments,
            RecordLateApproval recordLateApproval,
            ResumeApproval resumeApproval) {
        this.kakaoPay = kakaoPay;
        this.payments = payments;
        this.recordLateApproval = recordLateApproval;
        this.resumeApproval = resumeApproval;
    }

    public Uni<Void> settle(DuePayment due) {
        if (due.snapshot().state() instanceof Created created) {
            // There is no TID, so nobody can have paid: no inquiry is needed.
            return write(due, times -> created.cancel(Reason.EXPIRED, times));
        }
        return due.snapshot().state() instanceof Waiting waiting && mayResume(due)
                ? resumeApproval.resume(due.snapshot(), waiting).chain(done -> orLater(done, due, Inquired.NOT))
                : inquireAndApply(due);
    }

    /// Approve was claimed and surely not sent (or the payer's account was busy), and the token is kept.
    private static boolean mayResume(DuePayment due) {
        return due.payment().status() == PaymentStatus.WAITING
                && due.facts().hasToken()
                && !due.facts().expired();
    }

    private Uni<Void> inquireAndApply(DuePayment due) {
        return inquire(due).chain(inquiry -> apply(due, inquiry));
    }

    /// Makes an order inquiry; nothing is recorded.
    public Uni<OrderInquiry> inquire(DuePayment due) {
        Payment payment = due.payment();
        return kakaoPay.order(payment)
                .map(OrderInquiry::of)
                .invoke(inquiry -> LOG.infof(
                        "payment %s is %s, KakaoPay's order: %s (%s)",
                        payment.id(), payment.status(), inquiry.result(), inquiry.why()));
    }

    /// Records what a person's inquiry found, as the worker does, but sends nothing: where approve may be sent, the
    /// worker does it at once.
    public Uni<Void> record(DuePayment due, OrderInquiry inquiry) {
        boolean wouldSend = OrderRule.decide(due.facts(), inquiry) instanceof SettlementDecision.RepeatApprove
                || mayResume(due) && inquiry.result() != OrderInquiry.InquiryResult.PAID;
        return wouldSend ? checkNow(due) : apply(due, inquiry);
    }

    private Uni<Void> apply(DuePayment due, OrderInquiry inquiry) {
        return switch (OrderRule.decide(due.facts(), inquiry)) {
            case SettlementDecision.Paid(var approval) -> recordApproval(due, approval);
            case SettlementDecision.Overpayment(var approval) -> recordApproval(due, approval);
            case SettlementDecision.NotPaid(PaymentStatus to, Reason reason) ->
                write(due, times -> notPaid(due.snapshot().state(), to, reason, times));
            case SettlementDecision.RepeatApprove _ ->
                resumeApproval
                        .repeat(due.snapshot())
                        .chain(done -> orLater(done, due, inquiry.stored(due.isOverlong())));
            case SettlementDecision.CheckLater(boolean escalate) ->
                checkLater(due, inquiry.stored(escalate || due.isOverlong()));
            case SettlementDecision.StopChecking _ ->
                write(due, times -> stopped(due.snapshot().state(), times));
        };
    }

    private Uni<Void> recordApproval(DuePayment due, ApprovalDetails approval) {
        return recordLateApproval.record(due.id(), approval).replaceWithVoid();
    }

    private static PaymentState notPaid(PaymentState state, PaymentStatus to, Reason reason, CheckTimes times) {
        boolean failed = to == PaymentStatus.FAILED;
        return switch (state) {
            case Created created -> created.cancel(reason, times);
            case Waiting waiting -> waiting.cancel(reason, times);
            case Approving approving -> failed ? approving.notApproved(times) : approving.notPaid(reason, times);
            case Unknown unknown -> failed ? unknown.notApproved(times) : unknown.notPaid(reason, times);
            case Paid _, Canceled _, Failed _, Overpaid _ -> throw isOver(state);
        };
    }

    private Uni<Void> orLater(boolean done, DuePayment due, Inquired inquired) {
        return done ? Uni.createFrom().voidItem() : checkLater(due, inquired);
    }

    private Uni<Void> checkLater(DuePayment due, Inquired inquired) {
        PaymentState state = due.snapshot().state();
        return write(due, times -> switch (state) {
            case Waiting waiting -> waiting.checkLater(inquired, times);
            case Approving approving -> approving.checkLater(inquired, times);
            case Unknown unknown -> unknown.checkLater(inquired, times);
            case Canceled canceled -> canceled.checkLater(inquired, times);
            case Failed failed -> failed.checkLater(inquired, times);
            case Created _, Paid _, Overpaid _ -> throw isOver(state);
        });
    }

    private Uni<Void> checkNow(DuePayment due) {
        PaymentState state = due.snapshot().state();
        return write(due, times -> switch (state) {
            case Waiting waiting -> waiting.checkNow(times);
            case Approving approving -> approving.checkNow(times);
            case Unknown unknown -> unknown.checkNow(times);
            case Created _, Paid _, Canceled _, Failed _, Overpaid _ -> throw isOver(state);
        });
    }

    private static PaymentState stopped(PaymentState state, CheckTimes times) {
        return switch (state) {
            case Canceled canceled -> canceled.stopChecking(times);
            case Failed failed -> failed.stopChecking(times);
            case Created _, Waiting _, Approving _, Unknown _, Paid _, Overpaid _ -> throw isOver(state);
        };
    }

    private static IllegalStateException isOver(PaymentState state) {
        return new IllegalStateException("nothing is due in " + state.payment().status());
    }

    /// Nothing is written where the payment has changed meanwhile: it is checked again if it needs to be.
    private Uni<Void> write(DuePayment due, Function<CheckTimes, PaymentState> move) {
        return payments.write(due.snapshot(), move).replaceWithVoid();
    }
}
