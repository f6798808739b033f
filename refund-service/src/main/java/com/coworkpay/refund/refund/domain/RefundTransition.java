package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import org.jspecify.annotations.Nullable;

/// The transition of a refund that the outcome of a cancel leads to.
///
/// @param canceled present when the next state is `Succeeded`
/// @param failure when the next state is `Failed`; with `Unknown` it is why a repeat was declined, which becomes the
///     failure once an order inquiry shows that nothing was refunded
/// @param sent whether this attempt may have taken effect, and counts
/// @param bankDealOpen whether a bank's answer to this attempt is missing: it must be over before another attempt
/// @param declined whether KakaoPay declined this very attempt
public record RefundTransition(
        RefundState next,
        CancelOutcome.@Nullable Canceled canceled,
        @Nullable Failure failure,
        boolean sent,
        boolean bankDealOpen,
        boolean declined,
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
            case CancelOutcome.HardDecline decline ->
                new RefundTransition(state.hardDecline(), null, decline.failure(), true, lastAnswer);
            case CancelOutcome.SoftDecline _ -> softDecline(state, lastAnswer);
            case CancelOutcome.NotSent _ -> new RefundTransition(state.notSent(), null, null, false, lastAnswer);
            case CancelOutcome.Unknown unknown ->
                new RefundTransition(
                        state.unknown(), null, null, true, unknown.bankDealOpen(), unknown.declined(), lastAnswer);
        };
    }

    private static RefundTransition softDecline(InFlight state, String lastAnswer) {
        RefundState.AfterSoftDecline next = state.softDecline();
        return new RefundTransition(
                next, null, next instanceof Failed ? Failure.TOO_MANY_ATTEMPTS : null, false, lastAnswer);
    }

    /// Of an unknown outcome: only "done" says something about the first attempt. A decline does not: its cause may be
    /// that the first attempt took effect.
    private static RefundTransition repeat(InFlight state, CancelOutcome outcome) {
        String lastAnswer = outcome.summary();
        return switch (outcome) {
            case CancelOutcome.Canceled canceled ->
                new RefundTransition(state.done(), canceled, null, true, lastAnswer);
            case CancelOutcome.HardDecline decline ->
                new RefundTransition(state.unknown(), null, decline.failure(), true, lastAnswer);
            case CancelOutcome.NotSent _ -> new RefundTransition(state.unknown(), null, null, false, lastAnswer);
            case CancelOutcome.SoftDecline _ -> new RefundTransition(state.unknown(), null, null, true, lastAnswer);
            case CancelOutcome.Unknown unknown ->
                new RefundTransition(
                        state.unknown(), null, null, true, unknown.bankDealOpen(), unknown.declined(), lastAnswer);
        };
    }
}
