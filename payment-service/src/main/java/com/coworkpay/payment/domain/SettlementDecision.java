package com.coworkpay.payment.domain;

/// What settlement does with a payment after an order inquiry.
public sealed interface SettlementDecision {

    /// The payment holds the slot and was paid.
    record Paid(ApprovalDetails approval) implements SettlementDecision {}

    /// Money on a payment that is over, or without the slot: it is refunded.
    record Overpayment(ApprovalDetails approval) implements SettlementDecision {}

    /// @param to `CANCELED` or `FAILED`
    record NotPaid(PaymentStatus to, Reason reason) implements SettlementDecision {}

    /// Send approve again with the sealed token.
    record RepeatApprove() implements SettlementDecision {}

    /// Nothing is decided; check again after a longer pause.
    ///
    /// @param escalate needs manual review at once
    record CheckLater(boolean escalate) implements SettlementDecision {}

    /// The late inquiry about a payment that is over found nothing: it is never checked again.
    record StopChecking() implements SettlementDecision {}
}
