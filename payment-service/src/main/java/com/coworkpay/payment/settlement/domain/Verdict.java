package com.coworkpay.payment.settlement.domain;

import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;

/// What settlement does with a payment after a look.
public sealed interface Verdict {

    /// The payment holds the slot and was paid.
    record Paid(Money money) implements Verdict {}

    /// Money on a payment that is over, or without the slot: it goes back.
    record Surplus(Money money) implements Verdict {}

    /// @param to `CANCELED` or `FAILED`
    record NotPaid(PaymentStatus to, Reason reason) implements Verdict {}

    /// Send approve again with the sealed token.
    record RepeatApprove() implements Verdict {}

    /// Nothing is decided; look again after a longer pause.
    ///
    /// @param flag a person must see it at once
    record AskAgain(boolean flag) implements Verdict {}

    /// The late look at a payment that is over found nothing: it is never looked at again.
    record LeaveIt() implements Verdict {}
}
