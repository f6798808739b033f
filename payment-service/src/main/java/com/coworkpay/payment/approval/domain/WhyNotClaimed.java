package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;

/// What to do with a visit whose claim found no way in.
public sealed interface WhyNotClaimed {

    /// The payer is told how it stands; nothing changes.
    record TellAsItIs() implements WhyNotClaimed {}

    /// The payment is cancelled, without a call to KakaoPay: approve is never sent, so no money moves.
    record Cancel(Reason reason) implements WhyNotClaimed {}

    /// What stood in the way is gone again: try the claim once more.
    record TryAgain() implements WhyNotClaimed {}

    static WhyNotClaimed of(PaymentAtVisit payment) {
        if (payment.status() != PaymentStatus.WAITING) {
            return new TellAsItIs();
        }
        if (payment.payableCanceled()) {
            return new Cancel(Reason.PAYABLE_CANCELED);
        }
        if (payment.slotHolder() == PaymentStatus.PAID) {
            return new Cancel(Reason.ALREADY_PAID);
        }
        // Held by an unsettled payment, or past its time: it stays pending, settlement decides.
        return payment.slotHolder() != null || payment.expired() ? new TellAsItIs() : new TryAgain();
    }
}
