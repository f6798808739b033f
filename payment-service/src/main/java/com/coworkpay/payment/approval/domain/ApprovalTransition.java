package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.Reason;
import org.jspecify.annotations.Nullable;

/// The transition that the outcome of approve leads to.
///
/// @param approval present when the next state is `Paid`
/// @param reason present when the next state is `Failed`
/// @param decline KakaoPay's reason for it
/// @param keepToken the token is kept: the worker sends it again while the TID lives
/// @param escalate needs manual review at once
public record ApprovalTransition(
        PaymentState next,
        @Nullable ApprovalDetails approval,
        @Nullable Reason reason,
        @Nullable Decline decline,
        boolean keepToken,
        boolean escalate) {

    /// The first send, from a claim.
    public static ApprovalTransition first(Approving state, ApproveOutcome outcome) {
        return switch (outcome) {
            case ApproveOutcome.Approved(ApprovalDetails approval) ->
                new ApprovalTransition(state.approved(), approval, null, null, false, false);
            case ApproveOutcome.HardDecline(String why) ->
                new ApprovalTransition(
                        state.hardDeclined(), null, Reason.APPROVE_DECLINED, new Decline(why), false, false);
            case ApproveOutcome.SoftDecline declined -> softDeclined(state, declined);
            case ApproveOutcome.NotSent _ -> new ApprovalTransition(state.notSent(), null, null, null, true, false);
            case ApproveOutcome.Unknown unknown ->
                new ApprovalTransition(state.outcomeUnknown(), null, null, null, true, unknown.contradicts());
        };
    }

    /// A repeat, from unknown: only "approved" settles the first send. A decline does not: KakaoPay may decline because
    /// the first one took effect.
    public static ApprovalTransition repeat(Unknown state, ApproveOutcome outcome) {
        return switch (outcome) {
            case ApproveOutcome.Approved(ApprovalDetails approval) ->
                new ApprovalTransition(state.approved(), approval, null, null, false, false);
            case ApproveOutcome.Unknown unknown ->
                new ApprovalTransition(state.repeat(), null, null, null, true, unknown.contradicts());
            case ApproveOutcome.HardDecline _, ApproveOutcome.SoftDecline _, ApproveOutcome.NotSent _ ->
                new ApprovalTransition(state.repeat(), null, null, null, true, false);
        };
    }

    private static ApprovalTransition softDeclined(Approving state, ApproveOutcome.SoftDecline declined) {
        PaymentState.AfterSoftDecline next = state.softDeclined();
        return next instanceof Failed
                ? new ApprovalTransition(
                        next, null, Reason.TOO_MANY_ATTEMPTS, new Decline(declined.why()), false, false)
                : new ApprovalTransition(next, null, null, null, declined.retryable(), false);
    }
}
