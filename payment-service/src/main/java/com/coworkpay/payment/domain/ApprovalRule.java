package com.coworkpay.payment.domain;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Unknown;

/// What the outcome of approve leads to.
public final class ApprovalRule {

    private ApprovalRule() {}

    /// @param claimed approving for a claim from waiting, unknown for a repeat that an order inquiry allows
    public static PaymentState after(PaymentState claimed, Outcome<Approval> outcome, CheckTimes times) {
        return switch (claimed) {
            case Approving approving -> first(approving, outcome, times);
            case Unknown unknown -> repeated(unknown, outcome, times);
            case PaymentState.Created _,
                    PaymentState.Waiting _,
                    PaymentState.Paid _,
                    PaymentState.Canceled _,
                    PaymentState.Failed _,
                    PaymentState.Overpaid _ ->
                throw new IllegalStateException(
                        "nothing is sent from " + claimed.payment().status());
        };
    }

    private static PaymentState first(Approving state, Outcome<Approval> outcome, CheckTimes times) {
        return switch (outcome) {
            case Outcome.Done<Approval>(Approval approval) -> state.approved(ApprovalDetails.of(approval), times);
            case Outcome.Refused<Approval> refused -> declined(state, refused, times);
            case Outcome.NotSent<Approval> _ -> state.notSent(times);
            case Outcome.Unknown<Approval> unknown ->
                state.outcomeUnknown(unknown.reason().isContradiction(), times);
        };
    }

    /// After a soft decline the same token may be sent again without the payer only where the payer's account was busy.
    private static PaymentState declined(Approving state, Outcome.Refused<Approval> refused, CheckTimes times) {
        Decline decline = new Decline(refused.reason().name());
        if (refused.isFinal()) {
            return state.hardDeclined(decline, times);
        }
        return state.isAtMaxSoftDeclines()
                ? state.tooManySoftDeclines(decline, times)
                : state.softDeclined(refused.reason() == RefusalReason.PAYER_BUSY, times);
    }

    /// Only "approved" settles the first send. A decline does not: KakaoPay may decline because the first one took
    /// effect.
    private static PaymentState repeated(Unknown state, Outcome<Approval> outcome, CheckTimes times) {
        return switch (outcome) {
            case Outcome.Done<Approval>(Approval approval) -> state.approved(ApprovalDetails.of(approval), times);
            case Outcome.Unknown<Approval> unknown ->
                state.outcomeUnknown(unknown.reason().isContradiction(), times);
            case Outcome.Refused<Approval> _, Outcome.NotSent<Approval> _ -> state.outcomeUnknown(false, times);
        };
    }
}
