package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Unknown;

/// What the outcome of approve leads to.
public final class ApprovalRule {

    private ApprovalRule() {}

    /// @param claimed approving for a claim from waiting, unknown for a repeat that an order inquiry allows
    public static PaymentState after(PaymentState claimed, ApproveOutcome outcome, CheckTimes times) {
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

    private static PaymentState first(Approving state, ApproveOutcome outcome, CheckTimes times) {
        return switch (outcome) {
            case ApproveOutcome.Approved(var approval) -> state.approved(approval, times);
            case ApproveOutcome.HardDecline(String why) -> state.hardDeclined(new Decline(why), times);
            case ApproveOutcome.SoftDecline(String why, boolean retryable) ->
                state.softDeclined(new Decline(why), retryable, times);
            case ApproveOutcome.NotSent _ -> state.notSent(times);
            case ApproveOutcome.Unknown unknown -> state.outcomeUnknown(unknown.contradicts(), times);
        };
    }

    /// Only "approved" settles the first send. A decline does not: KakaoPay may decline because the first one took
    /// effect.
    private static PaymentState repeated(Unknown state, ApproveOutcome outcome, CheckTimes times) {
        return switch (outcome) {
            case ApproveOutcome.Approved(var approval) -> state.approved(approval, times);
            case ApproveOutcome.Unknown unknown -> state.outcomeUnknown(unknown.contradicts(), times);
            case ApproveOutcome.HardDecline _, ApproveOutcome.SoftDecline _, ApproveOutcome.NotSent _ ->
                state.outcomeUnknown(false, times);
        };
    }
}
