package com.coworkpay.payment.settlement.domain;

import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.settlement.domain.Look.Meaning;
import com.coworkpay.payment.settlement.domain.Verdict.AskAgain;
import com.coworkpay.payment.settlement.domain.Verdict.LeaveIt;
import com.coworkpay.payment.settlement.domain.Verdict.NotPaid;
import com.coworkpay.payment.settlement.domain.Verdict.Paid;
import com.coworkpay.payment.settlement.domain.Verdict.RepeatApprove;
import com.coworkpay.payment.settlement.domain.Verdict.Surplus;
import java.util.Objects;

/// What KakaoPay's `order` means for a payment (docs/design/payment-service.md has it as a table).
///
/// Age alone never decides about a payment whose approve may have been sent: without a look that says so it stays
/// unknown until `order` speaks or a person resolves it, and a person is told. A payment that is waiting is different:
/// its stored state proves that every approve so far surely moved no money (rule `payment_waiting_is_safe`).
public final class OrderRule {

    private OrderRule() {}

    public static Verdict decide(Unfinished payment, Look look) {
        return switch (payment.status()) {
            case WAITING -> overdue(payment, look);
            case APPROVING, UNKNOWN -> unsettled(payment, look);
            case CANCELED, FAILED -> lateLook(look);
            case CREATED -> new NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED);
            case PAID, SURPLUS -> new LeaveIt();
        };
    }

    /// No approve of ours moved money, and none is sent after the payer's time. Never claimed: the clock decides at
    /// once. Claimed once (and surely without effect): it decides when the TID is dead, whatever `order` says or
    /// cannot
    /// say, as long as it does not say "paid"; the late look follows.
    private static Verdict overdue(Unfinished payment, Look look) {
        if (look.meaning() == Meaning.PAID) {
            return new Surplus(moneyOf(look));
        }
        if (!payment.expired()) {
            return new AskAgain(look.meaning() == Meaning.CONTRADICTS);
        }
        if (!payment.everClaimed()) {
            return new NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED);
        }
        return payment.tidDead() && payment.quiet()
                ? new NotPaid(PaymentStatus.CANCELED, saysNotPaid(look) ? Reason.NOT_PAID : Reason.EXPIRED)
                : new AskAgain(false);
    }

    private static boolean saysNotPaid(Look look) {
        return switch (look.meaning()) {
            case READY_TO_APPROVE, WAITING_FOR_PAYER, STOPPED, FAILED -> true;
            case NOT_FOUND, NOTHING_LEARNED, CONTRADICTS, PAID -> false;
        };
    }

    private static Verdict unsettled(Unfinished payment, Look look) {
        if (look.meaning() == Meaning.PAID) {
            return new Paid(moneyOf(look));
        }
        boolean mayRepeat = look.meaning() == Meaning.READY_TO_APPROVE
                && payment.hasToken()
                && payment.quiet()
                && !payment.tidDead()
                && !payment.payableCanceled();
        return mayRepeat ? new RepeatApprove() : notPaid(payment, look);
    }

    /// Nothing ends within the quiet time: an approve may be under way. After it, what KakaoPay refused is over, and
    /// so is what nobody may send again, as the booking system cancelled it. The rest ends with its TID, since the
    /// payer may still go on. The late look follows each of these.
    private static Verdict notPaid(Unfinished payment, Look look) {
        return switch (look.meaning()) {
            case READY_TO_APPROVE, WAITING_FOR_PAYER, STOPPED -> canceled(payment);
            case FAILED -> payment.quiet() ? new NotPaid(PaymentStatus.FAILED, Reason.NOT_PAID) : new AskAgain(false);
            // Not found is not proof: an approval was claimed.
            case NOT_FOUND, NOTHING_LEARNED -> new AskAgain(false);
            case CONTRADICTS -> new AskAgain(true);
            case PAID -> throw new IllegalStateException("paid is decided before");
        };
    }

    private static Verdict canceled(Unfinished payment) {
        if (!payment.quiet()) {
            return new AskAgain(false);
        }
        if (payment.payableCanceled()) {
            return new NotPaid(PaymentStatus.CANCELED, Reason.PAYABLE_CANCELED);
        }
        return payment.tidDead() ? new NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID) : new AskAgain(false);
    }

    private static Verdict lateLook(Look look) {
        return switch (look.meaning()) {
            case PAID -> new Surplus(moneyOf(look));
            case NOTHING_LEARNED -> new AskAgain(false);
            case CONTRADICTS -> new AskAgain(true);
            case READY_TO_APPROVE, WAITING_FOR_PAYER, FAILED, STOPPED, NOT_FOUND -> new LeaveIt();
        };
    }

    private static Money moneyOf(Look look) {
        return Objects.requireNonNull(look.money(), "a paid look carries its money");
    }
}
