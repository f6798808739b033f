package com.coworkpay.payment.settlement;

import com.coworkpay.payment.approval.domain.AfterApprove;
import com.coworkpay.payment.approval.domain.ApproveAnswer;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Canceled;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Surplus;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.settlement.domain.Look.Meaning;
import com.coworkpay.payment.settlement.domain.OrderRule;
import com.coworkpay.payment.settlement.domain.Unfinished;
import com.coworkpay.payment.settlement.domain.Verdict;

/// One payment and a KakaoPay that behaves as badly as it may, moved along only by the domain's rules: what the
/// property tests play with. Time is counted in seconds since ready.
final class ALife {

    private static final Money MONEY = new Money(null, "MONEY", null);

    /// How a call of approve ends. "Late" ones are heard after the worker has already looked.
    enum Answer {
        HEARD,
        LOST,
        LOST_BEFORE_EFFECT,
        NOT_SENT,
        REFUSED,
        REFUSED_FOR_NOW,
        NEVER_SENT_PROCESS_DIED,
        LATE,
        /// It reaches KakaoPay when everybody has given it up.
        HELD_UP
    }

    private PaymentState state = new PaymentState.Created().ready();
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
    private boolean refusedThere;

    private int approvalsThere;
    private int sendsWithoutOrdersWord;

    PaymentState state() {
        return state;
    }

    int approvalsThere() {
        return approvalsThere;
    }

    int sendsWithoutOrdersWord() {
        return sendsWithoutOrdersWord;
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

    /// The approval URL is visited.
    void visit(Answer answer) {
        if (state instanceof Waiting waiting && seconds < 900 && !payableCanceled) {
            sendsWithoutOrdersWord = everClaimed ? sendsWithoutOrdersWord : sendsWithoutOrdersWord + 1;
            send(waiting.claim(), answer);
        }
    }

    void leave() {
        if (state instanceof Waiting waiting) {
            state = waiting.cancel();
            overAt = seconds;
        }
    }

    /// The settlement worker comes by.
    void look(boolean orderAnswers, Answer ifRepeated) {
        boolean due =
                switch (state.status()) {
                    case WAITING -> seconds >= 900;
                    case APPROVING -> seconds >= sentAt + 28;
                    case UNKNOWN -> true;
                    // Once, half an hour later; again if it learned nothing.
                    case CANCELED, FAILED -> everClaimed && !left && seconds >= overAt + 1800;
                    case CREATED, PAID, SURPLUS -> false;
                };
        if (!due) {
            return;
        }
        Unfinished facts = new Unfinished(
                state.status(),
                everClaimed,
                true,
                seconds >= 900,
                seconds >= 960,
                seconds >= sentAt + 30,
                payableCanceled);
        carryOut(OrderRule.decide(facts, orderAnswers ? order() : Look.of(Meaning.NOTHING_LEARNED, "")), ifRepeated);
    }

    /// An answer that took longer than anybody waited for.
    void lateAnswerArrives() {
        if (late) {
            late = false;
            moneyArrives();
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
        ApproveAnswer heard = heard(answer);
        if (heard != null) {
            record(from, heard);
        }
        late = late || (answer == Answer.LATE && approvalsThere > 0);
    }

    private void kakaoPayHandles(Answer answer) {
        boolean accepts = authenticated && approvalsThere == 0 && !refusedThere && seconds < 900;
        if (accepts && answer != Answer.REFUSED && answer != Answer.REFUSED_FOR_NOW) {
            approvalsThere++;
        }
        refusedThere = refusedThere || (answer == Answer.REFUSED && approvalsThere == 0);
    }

    private @org.jspecify.annotations.Nullable ApproveAnswer heard(Answer answer) {
        return switch (answer) {
            case HEARD ->
                approvalsThere > 0
                        ? new ApproveAnswer.Approved(MONEY)
                        : new ApproveAnswer.RefusedForNow("NOT_AUTHENTICATED", false);
            case LOST, LOST_BEFORE_EFFECT, HELD_UP -> new ApproveAnswer.NoAnswer("TIMEOUT", false);
            case NOT_SENT -> new ApproveAnswer.NotSent("CONNECT_REFUSED");
            case REFUSED ->
                approvalsThere > 0
                        ? new ApproveAnswer.NoAnswer("ALREADY_DONE", false)
                        : new ApproveAnswer.RefusedForGood("METHOD_REFUSED");
            case REFUSED_FOR_NOW ->
                approvalsThere > 0
                        ? new ApproveAnswer.NoAnswer("ALREADY_DONE", false)
                        : new ApproveAnswer.RefusedForNow("WRONG_PG_TOKEN", false);
            case NEVER_SENT_PROCESS_DIED, LATE -> null;
        };
    }

    private void record(PaymentState from, ApproveAnswer answer) {
        state = (from instanceof Approving approving
                        ? AfterApprove.first(approving, answer)
                        : AfterApprove.repeat((Unknown) from, answer))
                .next();
        overAt = seconds;
    }

    private void carryOut(Verdict verdict, Answer ifRepeated) {
        switch (verdict) {
            case Verdict.Paid _, Verdict.Surplus _ -> moneyArrives();
            case Verdict.NotPaid(PaymentStatus to, var reason) -> {
                state = notPaid(to);
                overAt = seconds;
            }
            case Verdict.RepeatApprove _ -> send(new Unknown(), ifRepeated);
            case Verdict.AskAgain _ -> state = state instanceof Approving approving ? approving.unanswered() : state;
            case Verdict.LeaveIt _ -> left = true;
        }
    }

    private PaymentState notPaid(PaymentStatus to) {
        return switch (state) {
            case Waiting waiting -> waiting.cancel();
            case Approving approving -> to == PaymentStatus.FAILED ? approving.refused() : approving.notPaid();
            case Unknown unknown -> to == PaymentStatus.FAILED ? unknown.refused() : unknown.notPaid();
            default -> throw new IllegalStateException("not paid from " + state);
        };
    }

    private void moneyArrives() {
        state = switch (state) {
            case Approving approving -> approving.approved();
            case Unknown unknown -> unknown.approved();
            case Waiting waiting -> waiting.moneyFound();
            case Canceled canceled -> canceled.moneyFound();
            case Failed failed -> failed.moneyFound();
            case PaymentState.Paid paid -> paid;
            case Surplus surplus -> surplus;
            case PaymentState.Created _ -> throw new IllegalStateException("money without a TID");
        };
    }

    private Look order() {
        if (approvalsThere > 0) {
            return Look.paid(MONEY, "");
        }
        if (refusedThere) {
            return Look.of(Meaning.FAILED, "");
        }
        return Look.of(authenticated ? Meaning.READY_TO_APPROVE : Meaning.WAITING_FOR_PAYER, "");
    }
}
