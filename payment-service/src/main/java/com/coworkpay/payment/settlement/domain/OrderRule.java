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
/// Age alone never decides about a payment whose approval was claimed: without a look that says so it stays
/// unknown, for ever if need be, and a person is told.
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

    /// Never claimed: no approve of ours exists and none will, so the clock may decide. Claimed once (and
    /// surely without effect): `order` has the word.
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
        return whenDead(payment, look);
    }

    private static Verdict unsettled(Unfinished payment, Look look) {
        if (look.meaning() == Meaning.PAID) {
            return new Paid(moneyOf(look));
        }
        boolean mayRepeat = look.meaning() == Meaning.READY_TO_APPROVE
                && payment.hasToken()
                && payment.quiet()
                && !payment.tidDead();
        return mayRepeat ? new RepeatApprove() : whenDead(payment, look);
    }

    private static Verdict whenDead(Unfinished payment, Look look) {
        boolean dead = payment.tidDead() && payment.quiet();
        return switch (look.meaning()) {
            case READY_TO_APPROVE, WAITING_FOR_PAYER, STOPPED ->
                dead ? new NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID) : new AskAgain(false);
            case FAILED -> dead ? new NotPaid(notPaidAs(payment), Reason.NOT_PAID) : new AskAgain(false);
            // Not found is not proof: an approval was claimed.
            case NOT_FOUND, NOTHING_LEARNED -> new AskAgain(false);
            case CONTRADICTS -> new AskAgain(true);
            case PAID -> throw new IllegalStateException("paid is decided before");
        };
    }

    /// An approval that failed is a failed payment; a payment that is still waiting can only be cancelled.
    private static PaymentStatus notPaidAs(Unfinished payment) {
        return payment.status() == PaymentStatus.WAITING ? PaymentStatus.CANCELED : PaymentStatus.FAILED;
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
