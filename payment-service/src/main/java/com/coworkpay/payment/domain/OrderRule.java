package com.coworkpay.payment.domain;

import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import com.coworkpay.payment.domain.SettlementDecision.CheckLater;
import com.coworkpay.payment.domain.SettlementDecision.NotPaid;
import com.coworkpay.payment.domain.SettlementDecision.Overpayment;
import com.coworkpay.payment.domain.SettlementDecision.Paid;
import com.coworkpay.payment.domain.SettlementDecision.RepeatApprove;
import com.coworkpay.payment.domain.SettlementDecision.StopChecking;
import java.util.Objects;

/// What KakaoPay's `order` means for a payment (docs/design/payment-service.md has it as a table).
///
/// Age alone never decides about a payment whose approve may have been sent: it stays unknown
/// until an inquiry or a manual review resolves it. A payment that is waiting is different: its stored state proves
/// that every approve so far surely moved no money (rule `payment_waiting_is_safe`).
public final class OrderRule {

    private OrderRule() {}

    public static SettlementDecision decide(SettlementFacts payment, OrderInquiry inquiry) {
        return switch (payment.status()) {
            case WAITING -> overdue(payment, inquiry);
            case APPROVING, UNKNOWN -> unsettled(payment, inquiry);
            case CANCELED, FAILED -> lateInquiry(inquiry);
            case CREATED -> new NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED);
            case PAID, OVERPAID -> new StopChecking();
        };
    }

    /// No approve of ours moved money, and none is sent after the payer's time. Never claimed: it expires at once.
    /// Claimed once (and surely without effect): it ends when the TID is dead, whatever the result of the inquiry,
    /// unless it is "paid"; the late inquiry follows.
    private static SettlementDecision overdue(SettlementFacts payment, OrderInquiry inquiry) {
        if (inquiry.result() == InquiryResult.PAID) {
            return new Overpayment(approvalOf(inquiry));
        }
        if (!payment.expired()) {
            return new CheckLater(inquiry.result() == InquiryResult.CONTRADICTS);
        }
        if (!payment.everClaimed()) {
            return new NotPaid(PaymentStatus.CANCELED, Reason.EXPIRED);
        }
        return payment.tidDead() && payment.quiet()
                ? new NotPaid(PaymentStatus.CANCELED, showsNotPaid(inquiry) ? Reason.NOT_PAID : Reason.EXPIRED)
                : new CheckLater(false);
    }

    private static boolean showsNotPaid(OrderInquiry inquiry) {
        return switch (inquiry.result()) {
            case READY_TO_APPROVE, WAITING_FOR_PAYER, STOPPED, FAILED -> true;
            case NOT_FOUND, NOTHING_LEARNED, CONTRADICTS, PAID -> false;
        };
    }

    private static SettlementDecision unsettled(SettlementFacts payment, OrderInquiry inquiry) {
        if (inquiry.result() == InquiryResult.PAID) {
            return new Paid(approvalOf(inquiry));
        }
        return inquiry.result() == InquiryResult.READY_TO_APPROVE && payment.approveRepeatable()
                ? new RepeatApprove()
                : notPaid(payment, inquiry);
    }

    /// Nothing ends within the quiet time: an approve may be under way. After it, a payment that KakaoPay declined
    /// ends, and so does one that may not be sent again because the booking system cancelled its payable. The rest
    /// ends with its TID, since the payer may still continue. The late inquiry follows each of these.
    private static SettlementDecision notPaid(SettlementFacts payment, OrderInquiry inquiry) {
        return switch (inquiry.result()) {
            case READY_TO_APPROVE, WAITING_FOR_PAYER, STOPPED -> canceled(payment);
            case FAILED -> payment.quiet() ? new NotPaid(PaymentStatus.FAILED, Reason.NOT_PAID) : new CheckLater(false);
            // Not found is not proof: an approval was claimed.
            case NOT_FOUND, NOTHING_LEARNED -> new CheckLater(false);
            case CONTRADICTS -> new CheckLater(true);
            case PAID -> throw new IllegalStateException("paid is decided before");
        };
    }

    private static SettlementDecision canceled(SettlementFacts payment) {
        if (!payment.quiet()) {
            return new CheckLater(false);
        }
        if (payment.payableCanceled()) {
            return new NotPaid(PaymentStatus.CANCELED, Reason.PAYABLE_CANCELED);
        }
        return payment.tidDead() ? new NotPaid(PaymentStatus.CANCELED, Reason.NOT_PAID) : new CheckLater(false);
    }

    private static SettlementDecision lateInquiry(OrderInquiry inquiry) {
        return switch (inquiry.result()) {
            case PAID -> new Overpayment(approvalOf(inquiry));
            case NOTHING_LEARNED -> new CheckLater(false);
            case CONTRADICTS -> new CheckLater(true);
            case READY_TO_APPROVE, WAITING_FOR_PAYER, FAILED, STOPPED, NOT_FOUND -> new StopChecking();
        };
    }

    private static ApprovalDetails approvalOf(OrderInquiry inquiry) {
        return Objects.requireNonNull(inquiry.approval(), "a paid inquiry carries its approval");
    }
}
