package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import org.jspecify.annotations.Nullable;

/// The transition of a refund that the outcome of a cancel leads to.
///
/// @param canceled present when the next state is `Succeeded`
/// @param failure when the next state is `Failed`; with `Unknown` it is what a repeat was refused for, which becomes
///     the failure once an order inquiry shows that nothing was refunded
/// @param sent whether this send may have taken effect, and counts
/// @param bankDealOpen whether a bank's answer to this send is missing: it must be over before another
/// @param refused whether KakaoPay refused this very send
public record RefundTransition(
        RefundState next,
        CancelOutcome.@Nullable Canceled canceled,
        @Nullable Failure failure,
        boolean sent,
        boolean bankDealOpen,
        boolean refused,
        String lastAnswer) {

    private RefundTransition(
            RefundState next,
            CancelOutcome.@Nullable Canceled canceled,
            @Nullable Failure failure,
            boolean sent,
            String lastAnswer) {
        this(next, canceled, failure, sent, false, false, lastAnswer);
    }

    public static RefundTransition of(InFlight state, CancelOutcome outcome) {
        return state.isRepeat() ? repeat(state, outcome) : first(state, outcome);
    }

    private static RefundTransition first(InFlight state, CancelOutcome outcome) {
        String lastAnswer = outcome.summary();
        return switch (outcome) {
            case CancelOutcome.Canceled canceled ->
                new RefundTransition(state.done(), canceled, null, true, lastAnswer);
            case CancelOutcome.HardDecline refused ->
                new RefundTransition(state.hardDecline(), null, refused.failure(), true, lastAnswer);
            case CancelOutcome.SoftDecline _ -> softDecline(state, lastAnswer);
            case CancelOutcome.NotSent _ -> new RefundTransition(state.notSent(), null, null, false, lastAnswer);
            case CancelOutcome.Unknown unknown ->
                new RefundTransition(
                        state.unknown(), null, null, true, unknown.bankDealOpen(), unknown.refused(), lastAnswer);
        };
    }

    private static RefundTransition softDecline(InFlight state, String lastAnswer) {
        RefundState.AfterSoftDecline next = state.softDecline();
        return new RefundTransition(
                next, null, next instanceof Failed ? Failure.TOO_MANY_ATTEMPTS : null, false, lastAnswer);
    }

    /// Out of the unknown: only "done" says something about the first send. A refusal does not, it may well refuse
    /// because the first one took effect.
    private static RefundTransition repeat(InFlight state, CancelOutcome outcome) {
        String lastAnswer = outcome.summary();
        return switch (outcome) {
            case CancelOutcome.Canceled canceled ->
                new RefundTransition(state.done(), canceled, null, true, lastAnswer);
            case CancelOutcome.HardDecline refused ->
                new RefundTransition(state.unknown(), null, refused.failure(), true, lastAnswer);
            case CancelOutcome.NotSent _ -> new RefundTransition(state.unknown(), null, null, false, lastAnswer);
            case CancelOutcome.SoftDecline _ -> new RefundTransition(state.unknown(), null, null, true, lastAnswer);
            case CancelOutcome.Unknown unknown ->
                new RefundTransition(
                        state.unknown(), null, null, true, unknown.bankDealOpen(), unknown.refused(), lastAnswer);
        };
    }
}
