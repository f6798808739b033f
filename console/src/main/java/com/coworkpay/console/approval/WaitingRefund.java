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
/// @param standing what the person is to it; refund-service decides
/// @param page the address below which it is answered
/// @param link whole address of the page on which somebody else approves it, to send to them
public record WaitingRefund(
        PaymentRefunds.Refund refund,
        RefundApproval approval,
        Standing standing,
        boolean mayWithdraw,
        String page,
        String link) {

    /// Who may answer, and why the others may not.
    public enum Standing {
        MAY_ANSWER,
        ASKED,
        APPROVED,
        PAYER,
        NOT_PERMITTED
    }

    public boolean isAnswerable() {
        return standing == Standing.MAY_ANSWER;
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
                            standing(isOwn, approval, payment, shell, subject),
                            isOwn && shell.may("refund:create"),
                            page,
                            here.resolve(page + "/approval").toString());
                })
                .toList();
    }

    private static Standing standing(
            boolean isOwn, RefundApproval approval, @Nullable Payment payment, Shell shell, String subject) {
        if (isOwn) {
            return Standing.ASKED;
        }
        if (!shell.may("refund:approve")) {
            return Standing.NOT_PERMITTED;
        }
        if (approval.isApprovedBy(subject)) {
            return Standing.APPROVED;
        }
        return payment != null && payment.payerId().equals(subject) ? Standing.PAYER : Standing.MAY_ANSWER;
    }
}
