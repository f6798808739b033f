package com.coworkpay.payment.domain;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.PaymentMethod;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Canceled;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Overpaid;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.support.TestPayments;
import java.time.Instant;

/// One payment and a KakaoPay that behaves as badly as it can, changed only by the domain's rules: the model
/// of the property tests. Time is counted in seconds since ready.
final class PaymentLifecycle {

    private static final ApprovalDetails MONEY = new ApprovalDetails(null, "MONEY", null);

    /// How a call of approve ends. "Late" ones are received after the worker has already checked.
    enum Answer {
        RECEIVED,
        LOST,
        LOST_BEFORE_EFFECT,
        NOT_SENT,
        HARD_DECLINE,
        SOFT_DECLINE,
        NEVER_SENT_PROCESS_DIED,
        LATE,
        /// It reaches KakaoPay after everybody stopped waiting for it.
        HELD_UP
    }

    private static final Instant BEGUN = Instant.parse("2030-01-09T00:00:00Z");

    private PaymentState state = TestPayments.waiting(BEGUN);
    private int seconds;
    private int sentAt = Integer.MIN_VALUE / 2;
    private boolean everClaimed;
    private boolean late;
    private boolean heldUp;
    private boolean payableCanceled;
    private int overAt;
    private boolean left;

    /// KakaoPay's side.
    private boolean authenticated;
    private boolean declinedThere;

    private int approvalsThere;
    private int sendsWithoutInquiry;

    PaymentStatus status() {
        return state.payment().status();
    }

    private Instant now() {
        return BEGUN.plusSeconds(seconds);
    }

    private CheckTimes times() {
        return TestPayments.at(now());
    }

    int approvalsThere() {
        return approvalsThere;
    }

    boolean everClaimed() {
        return everClaimed;
    }

    void passes(int more) {
        seconds += more;
    }

    void payerAuthenticates() {
        authenticated = authenticated || seconds < 900;
    }

    /// The booking system cancels what is paid for.
    void payableIsCanceled() {
        payableCanceled = true;
        leave();
    }

    /// The approval URL is requested.
    void visit(Answer answer) {
        if (state instanceof Waiting waiting && seconds < 900 && !payableCanceled) {
            sendsWithoutInquiry = everClaimed ? sendsWithoutInquiry : sendsWithoutInquiry + 1;
            send(TestPayments.claimed(waiting, now()), answer);
        }
    }

    void leave() {
        if (state instanceof Waiting waiting) {
            state = waiting.cancel(Reason.PAYER_ABORTED, times());
            overAt = seconds;
        }
    }

    /// The settlement worker checks.
    void check(boolean orderAnswers, Answer ifRepeated) {
        boolean due =
                switch (status()) {
                    case WAITING -> seconds >= 900;
                    case APPROVING -> seconds >= sentAt + 28;
                    case UNKNOWN -> true;
                    // Once, half an hour later; again if it learned nothing.
                    case CANCELED, FAILED -> everClaimed && !left && seconds >= overAt + 1800;
                    case CREATED, PAID, OVERPAID -> false;
                };
        if (!due) {
            return;
        }
        boolean quiet = seconds >= sentAt + 30;
        boolean tidDead = seconds >= 960;
        SettlementFacts facts = new SettlementFacts(
                status(),
                everClaimed,
                true,
                seconds >= 900,
                tidDead,
                quiet,
                payableCanceled,
                quiet && !tidDead && !payableCanceled);
        apply(
                OrderRule.decide(facts, orderAnswers ? order() : OrderInquiry.of(InquiryResult.NOTHING_LEARNED, "")),
                ifRepeated);
    }

    /// An answer that took longer than anybody waited for.
    void lateAnswerArrives() {
        if (late) {
            late = false;
            approvalArrives();
        }
    }

    /// An approve that was on its way for longer than anybody waited for.
    void heldUpArrives() {
        if (heldUp) {
            heldUp = false;
            kakaoPayHandles(Answer.HELD_UP);
        }
    }

    private void send(PaymentState from, Answer answer) {
        state = from;
        everClaimed = true;
        sentAt = seconds;
        if (answer != Answer.NOT_SENT
                && answer != Answer.NEVER_SENT_PROCESS_DIED
                && answer != Answer.LOST_BEFORE_EFFECT
                && answer != Answer.HELD_UP) {
            kakaoPayHandles(answer);
        }
        heldUp = heldUp || answer == Answer.HELD_UP;
        Outcome<Approval> received = received(answer);
        if (received != null) {
            record(from, received);
        }
        late = late || (answer == Answer.LATE && approvalsThere > 0);
    }

    private void kakaoPayHandles(Answer answer) {
        boolean accepts = authenticated && approvalsThere == 0 && !declinedThere && seconds < 900;
        if (accepts && answer != Answer.HARD_DECLINE && answer != Answer.SOFT_DECLINE) {
            approvalsThere++;
        }
        declinedThere = declinedThere || (answer == Answer.HARD_DECLINE && approvalsThere == 0);
    }

    private @org.jspecify.annotations.Nullable Outcome<Approval> received(Answer answer) {
        return switch (answer) {
            case RECEIVED -> approvalsThere > 0 ? approved() : refused(false, RefusalReason.NOT_AUTHENTICATED);
            case LOST, LOST_BEFORE_EFFECT, HELD_UP -> new Outcome.Unknown<>(UnknownReason.TIMEOUT, null);
            case NOT_SENT -> new Outcome.NotSent<>(NotSentReason.CONNECT_REFUSED, null);
            case HARD_DECLINE -> approvalsThere > 0 ? alreadyDone() : refused(true, RefusalReason.METHOD_REFUSED);
            case SOFT_DECLINE -> approvalsThere > 0 ? alreadyDone() : refused(false, RefusalReason.WRONG_PG_TOKEN);
            case NEVER_SENT_PROCESS_DIED, LATE -> null;
        };
    }

    private Outcome<Approval> approved() {
        return new Outcome.Done<>(new Approval(
                "A1", "T1", state.payment().id().toString(), "partner-user-1", PaymentMethod.MONEY, null, now(), null));
    }

    private static Outcome<Approval> refused(boolean isFinal, RefusalReason reason) {
        return new Outcome.Refused<>(isFinal, reason, new Code("approve", 400, -780, null));
    }

    private static Outcome<Approval> alreadyDone() {
        return new Outcome.Unknown<>(UnknownReason.ALREADY_DONE_OR_WRONG_STATE, null);
    }

    private void record(PaymentState from, Outcome<Approval> answer) {
        state = ApprovalRule.after(from, answer, times());
        overAt = seconds;
    }

    private void apply(SettlementDecision decision, Answer ifRepeated) {
        switch (decision) {
            case SettlementDecision.Paid _, SettlementDecision.Overpayment _ -> approvalArrives();
            case SettlementDecision.NotPaid(PaymentStatus to, var reason) -> {
                state = notPaid(to);
                overAt = seconds;
            }
            case SettlementDecision.RepeatApprove _ -> send(TestPayments.repeated(state.payment(), now()), ifRepeated);
            case SettlementDecision.CheckLater _ ->
                state = state instanceof Approving approving ? approving.checkLater(Inquired.NOT, times()) : state;
            case SettlementDecision.StopChecking _ -> left = true;
        }
    }

    private PaymentState notPaid(PaymentStatus to) {
        boolean failed = to == PaymentStatus.FAILED;
        return switch (state) {
            case Waiting waiting -> waiting.cancel(Reason.EXPIRED, times());
            case Approving approving ->
                failed ? approving.notApproved(times()) : approving.notPaid(Reason.NOT_PAID, times());
            case Unknown unknown -> failed ? unknown.notApproved(times()) : unknown.notPaid(Reason.NOT_PAID, times());
            default -> throw new IllegalStateException("not paid from " + state);
        };
    }

    private void approvalArrives() {
        state = switch (state) {
            case Approving approving -> approving.approved(MONEY, times());
            case Unknown unknown -> unknown.approved(MONEY, times());
            case Waiting waiting -> waiting.lateApproval(MONEY, times());
            case Canceled canceled -> canceled.lateApproval(MONEY, times());
            case Failed failed -> failed.lateApproval(MONEY, times());
            case PaymentState.Paid paid -> paid;
            case Overpaid overpaid -> overpaid;
            case PaymentState.Created _ -> throw new IllegalStateException("money without a TID");
        };
    }

    private OrderInquiry order() {
        if (approvalsThere > 0) {
            return OrderInquiry.paid(MONEY, "");
        }
        if (declinedThere) {
            return OrderInquiry.of(InquiryResult.FAILED, "");
        }
        return OrderInquiry.of(authenticated ? InquiryResult.READY_TO_APPROVE : InquiryResult.WAITING_FOR_PAYER, "");
    }
}
