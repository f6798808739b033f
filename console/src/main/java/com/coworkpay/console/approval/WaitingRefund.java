package com.coworkpay.console.approval;

import com.coworkpay.console.client.Payment;
import com.coworkpay.console.client.PaymentRefunds;
import com.coworkpay.console.client.RefundApproval;
import com.coworkpay.console.shell.Shell;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A refund that waits for another person, as one person sees it.
///
/// @param refusal why this person may not answer; null if they may. refund-service decides
/// @param page the address below which it is answered
/// @param link whole address of the page on which somebody else approves it, to send to them
public record WaitingRefund(
        PaymentRefunds.Refund refund,
        RefundApproval approval,
        @Nullable Refusal refusal,
        boolean mayWithdraw,
        String page,
        String link) {

    /// Why somebody may not answer.
    public enum Refusal {
        ASKED,
        APPROVED,
        PAYER,
        NOT_PERMITTED
    }

    public boolean isAnswerable() {
        return refusal == null;
    }

    /// @param payment null where payment-service does not answer: who pays is not known
    /// @param here any address of the console
    public static List<WaitingRefund> of(
            PaymentRefunds refunds, @Nullable Payment payment, Shell shell, String subject, URI here) {
        return refunds.refunds().stream()
                .filter(PaymentRefunds.Refund::isAwaitingApproval)
                .map(refund -> {
                    RefundApproval approval = Objects.requireNonNull(refund.approval());
                    boolean isOwn = subject.equals(refund.requestedBy());
                    String page = shell.path("transactions/" + refunds.paymentId() + "/refunds/" + refund.refundId());
                    return new WaitingRefund(
                            refund,
                            approval,
                            refusal(isOwn, approval, payment, shell, subject),
                            isOwn && shell.may("refund:create"),
                            page,
                            here.resolve(page + "/approval").toString());
                })
                .toList();
    }

    private static @Nullable Refusal refusal(
            boolean isOwn, RefundApproval approval, @Nullable Payment payment, Shell shell, String subject) {
        if (isOwn) {
            return Refusal.ASKED;
        }
        if (!shell.may("refund:approve")) {
            return Refusal.NOT_PERMITTED;
        }
        if (approval.isApprovedBy(subject)) {
            return Refusal.APPROVED;
        }
        return payment != null && payment.payerId().equals(subject) ? Refusal.PAYER : null;
    }
}
