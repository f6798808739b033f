package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Pauses;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.InFlight;
import java.time.Duration;
import java.time.Instant;

/// What the outcome of a cancel leads to.
///
/// @param sending pauses before a cancel that surely was not sent is sent again
/// @param inquiring pauses before an order inquiry about one whose outcome is unknown
/// @param quietAfter the last attempt, cancel may be repeated
/// @param bankQuietAfter the same where a bank's answer to KakaoPay is missing
public record CancelRule(Pauses sending, Pauses inquiring, Duration quietAfter, Duration bankQuietAfter) {

    public RefundState next(InFlight refund, CancelOutcome outcome, Instant at) {
        String answer = outcome.summary();
        return switch (outcome) {
            case CancelOutcome.Canceled canceled -> refund.succeed(canceled.aid(), canceled.canceledAt(), answer, at);
            case CancelOutcome.Unknown unknown ->
                refund.unknown(
                        unknown.declined(),
                        unknown.bankDealOpen() ? at.plus(bankQuietAfter) : null,
                        answer,
                        inquiring,
                        at);
            // A decline of a repeat says nothing about the first attempt: its cause may be that this took effect.
            case CancelOutcome.HardDecline decline ->
                refund.isRepeat()
                        ? refund.repeatDeclined(decline.failure(), answer, inquiring, at)
                        : refund.decline(decline.failure(), answer, quietAfter, at);
            case CancelOutcome.NotSent _ ->
                refund.isRepeat() ? refund.repeatNotSent(answer, inquiring, at) : refund.sendAgain(answer, sending, at);
        };
    }
}
