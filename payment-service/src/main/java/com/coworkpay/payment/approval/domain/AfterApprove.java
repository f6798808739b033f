package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Failed;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.domain.Reason;
import org.jspecify.annotations.Nullable;

/// What an answer to approve makes of a payment.
///
/// @param money present when the next state is `Paid`
/// @param reason present when the next state is `Failed`
/// @param decline KakaoPay's reason for it
/// @param keepToken the token goes on to serve: the worker sends it again while the TID lives
/// @param flag a person must see it at once
public record AfterApprove(
        PaymentState next,
        @Nullable Money money,
        @Nullable Reason reason,
        @Nullable Decline decline,
        boolean keepToken,
        boolean flag) {

    /// The first send, from a claim.
    public static AfterApprove first(Approving state, ApproveAnswer answer) {
        return switch (answer) {
            case ApproveAnswer.Approved(Money money) ->
                new AfterApprove(state.approved(), money, null, null, false, false);
            case ApproveAnswer.RefusedForGood(String why) ->
                new AfterApprove(state.refused(), null, Reason.APPROVE_REFUSED, new Decline(why), false, false);
            case ApproveAnswer.RefusedForNow refused -> refusedForNow(state, refused);
            case ApproveAnswer.NotSent _ -> new AfterApprove(state.notSent(), null, null, null, true, false);
            case ApproveAnswer.NoAnswer none ->
                new AfterApprove(state.unanswered(), null, null, null, true, none.contradicts());
        };
    }

    /// A repeat, out of the unknown: only "approved" says something about the first send, a refusal does not
    /// (it may well refuse because the first one took effect).
    public static AfterApprove repeat(Unknown state, ApproveAnswer answer) {
        return switch (answer) {
            case ApproveAnswer.Approved(Money money) ->
                new AfterApprove(state.approved(), money, null, null, false, false);
            case ApproveAnswer.NoAnswer none ->
                new AfterApprove(state.repeat(), null, null, null, true, none.contradicts());
            case ApproveAnswer.RefusedForGood _, ApproveAnswer.RefusedForNow _, ApproveAnswer.NotSent _ ->
                new AfterApprove(state.repeat(), null, null, null, true, false);
        };
    }

    private static AfterApprove refusedForNow(Approving state, ApproveAnswer.RefusedForNow refused) {
        PaymentState.AfterRefusal next = state.refusedForNow();
        return next instanceof Failed
                ? new AfterApprove(next, null, Reason.TOO_MANY_TRIES, new Decline(refused.why()), false, false)
                : new AfterApprove(next, null, null, null, refused.byItself(), false);
    }
}
