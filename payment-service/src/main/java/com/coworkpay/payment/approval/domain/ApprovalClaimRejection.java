package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;

/// Why an approval could not be claimed: what follows from it.
public sealed interface ApprovalClaimRejection {

    /// Nothing changes; the payer gets the current status.
    record NoChange() implements ApprovalClaimRejection {}

    /// The payment is cancelled, without a call to KakaoPay: approve is never sent, so no money moves.
    record Cancel(Reason reason) implements ApprovalClaimRejection {}

    /// The reason is gone: claim again.
    record Retry() implements ApprovalClaimRejection {}

    static ApprovalClaimRejection of(PaymentSnapshot payment) {
        if (payment.status() != PaymentStatus.WAITING) {
            return new NoChange();
        }
        if (payment.payableCanceled()) {
            return new Cancel(Reason.PAYABLE_CANCELED);
        }
        if (payment.slotHolder() == PaymentStatus.PAID) {
            return new Cancel(Reason.ALREADY_PAID);
        }
        // Held by an unsettled payment, or past its time: it stays pending, settlement decides.
        return payment.slotHolder() != null || payment.expired() ? new NoChange() : new Retry();
    }
}
