package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import org.jspecify.annotations.Nullable;

/// Why an approval could not be claimed, and what follows from it.
sealed interface ApprovalClaimRejection {

    /// Nothing changes; the payer gets the current status.
    record NoChange() implements ApprovalClaimRejection {}

    /// The payment is cancelled, without a call to KakaoPay: approve is never sent, so no money moves.
    record Cancel(Reason reason) implements ApprovalClaimRejection {}

    /// Another process was faster, or the reason is gone: claim again.
    record Retry() implements ApprovalClaimRejection {}

    /// As the statement of the claim found the payment.
    ///
    /// @param expired the payer's fifteen minutes are over
    /// @param payableCanceled the booking system has cancelled what was to be paid
    /// @param slotHolder the state of *another* payment that holds the payable's slot
    static ApprovalClaimRejection of(
            PaymentStatus status, boolean expired, boolean payableCanceled, @Nullable PaymentStatus slotHolder) {
        if (status != PaymentStatus.WAITING) {
            return new NoChange();
        }
        if (payableCanceled) {
            return new Cancel(Reason.PAYABLE_CANCELED);
        }
        if (slotHolder == PaymentStatus.PAID) {
            return new Cancel(Reason.ALREADY_PAID);
        }
        // Held by an unsettled payment, or past its time: it stays pending, settlement decides.
        return slotHolder != null || expired ? new NoChange() : new Retry();
    }
}
