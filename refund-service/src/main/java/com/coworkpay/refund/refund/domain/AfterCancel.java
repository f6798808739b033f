package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import org.jspecify.annotations.Nullable;

/// What an answer to cancel makes of a refund.
///
/// @param canceled present when the next state is `Succeeded`
/// @param failure when the next state is `Failed`; with `Unknown` it is what a repeat was refused for, which becomes
///     the failure once `order` shows that nothing went back
/// @param sent whether this send may have taken effect, and counts
/// @param bankDealOpen whether a bank's answer to this send is missing: it must be over before another
/// @param refused whether KakaoPay refused this very send
public record AfterCancel(
        RefundState next,
        CancelAnswer.@Nullable Canceled canceled,
        @Nullable Failure failure,
        boolean sent,
        boolean bankDealOpen,
        boolean refused,
        String words) {

    private AfterCancel(
            RefundState next,
            CancelAnswer.@Nullable Canceled canceled,
            @Nullable Failure failure,
            boolean sent,
            String words) {
        this(next, canceled, failure, sent, false, false, words);
    }

    public static AfterCancel of(InFlight state, CancelAnswer answer) {
        return state.isRepeat() ? repeat(state, answer) : first(state, answer);
    }

    private static AfterCancel first(InFlight state, CancelAnswer answer) {
        String words = answer.words();
        return switch (answer) {
            case CancelAnswer.Canceled canceled -> new AfterCancel(state.done(), canceled, null, true, words);
            case CancelAnswer.RefusedForGood refused ->
                new AfterCancel(state.refused(), null, refused.failure(), true, words);
            case CancelAnswer.RefusedForNow _ -> refusedForNow(state, words);
            case CancelAnswer.NotSent _ -> new AfterCancel(state.notSent(), null, null, false, words);
            case CancelAnswer.NoAnswer unanswered ->
                new AfterCancel(
                        state.unanswered(), null, null, true, unanswered.bankDealOpen(), unanswered.refused(), words);
        };
    }

    private static AfterCancel refusedForNow(InFlight state, String words) {
        RefundState.AfterRefusal next = state.refusedForNow();
        return new AfterCancel(next, null, next instanceof Failed ? Failure.TOO_MANY_TRIES : null, false, words);
    }

    /// Out of the unknown: only "done" says something about the first send. A refusal does not, it may well refuse
    /// because the first one took effect.
    private static AfterCancel repeat(InFlight state, CancelAnswer answer) {
        String words = answer.words();
        return switch (answer) {
            case CancelAnswer.Canceled canceled -> new AfterCancel(state.done(), canceled, null, true, words);
            case CancelAnswer.RefusedForGood refused ->
                new AfterCancel(state.unanswered(), null, refused.failure(), true, words);
            case CancelAnswer.NotSent _ -> new AfterCancel(state.unanswered(), null, null, false, words);
            case CancelAnswer.RefusedForNow _ -> new AfterCancel(state.unanswered(), null, null, true, words);
            case CancelAnswer.NoAnswer unanswered ->
                new AfterCancel(
                        state.unanswered(), null, null, true, unanswered.bankDealOpen(), unanswered.refused(), words);
        };
    }
}
