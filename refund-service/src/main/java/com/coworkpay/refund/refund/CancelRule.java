package com.coworkpay.refund.refund;

import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Pauses;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.InFlight;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the outcome of a cancel leads to.
///
/// @param sending pauses before a cancel that surely was not sent is sent again
/// @param inquiring pauses before an order inquiry about one whose outcome is unknown
/// @param quietAfter the last attempt, cancel may be repeated
/// @param bankQuietAfter the same where a bank's answer to KakaoPay is missing
public record CancelRule(Pauses sending, Pauses inquiring, Duration quietAfter, Duration bankQuietAfter) {

    /// The `last_answer` of a refund that KakaoPay did.
    static final String CANCELED = "CANCELED";

    public RefundState next(InFlight refund, Outcome<Cancellation> outcome, Instant at) {
        String answer = summary(outcome);
        return switch (outcome) {
            case Outcome.Done<Cancellation>(Cancellation done) ->
                refund.succeed(done.aid(), done.canceledAt(), answer, at);
            case Outcome.Unknown<Cancellation>(UnknownReason reason, Code code) ->
                refund.unknown(
                        isDecline(reason, code),
                        reason == UnknownReason.BANK_UNCLEAR ? at.plus(bankQuietAfter) : null,
                        answer,
                        inquiring,
                        at);
            case Outcome.Refused<Cancellation> refused
            when refused.isFinal() -> declined(refund, failure(refused.reason()), answer, at);
            // Surely no money moved, and another call may succeed.
            case Outcome.Refused<Cancellation> _, Outcome.NotSent<Cancellation> _ ->
                refund.isRepeat() ? refund.repeatNotSent(answer, inquiring, at) : refund.sendAgain(answer, sending, at);
        };
    }

    /// A decline of a repeat says nothing about the first attempt: its cause may be that this took effect.
    private RefundState declined(InFlight refund, Failure failure, String answer, Instant at) {
        return refund.isRepeat()
                ? refund.repeatDeclined(failure, answer, inquiring, at)
                : refund.decline(failure, answer, quietAfter, at);
    }

    /// Whether KakaoPay declined this very call because of the payment's balance or state, whatever an earlier one did.
    /// Its code for a stale balance is not documented.
    private static boolean isDecline(UnknownReason reason, @Nullable Code code) {
        return switch (reason) {
            case ALREADY_DONE_OR_WRONG_STATE, CANCEL_REFUSAL_UNCLEAR -> true;
            case UNDOCUMENTED_ANSWER -> code != null;
            case TIMEOUT,
                    CONNECTION_LOST,
                    ANSWER_TOO_LARGE,
                    MALFORMED_ANSWER,
                    MISMATCH,
                    SERVER_ERROR,
                    MAINTENANCE,
                    IN_PROGRESS_ELSEWHERE,
                    BANK_UNCLEAR,
                    INTERNAL -> false;
        };
    }

    private static Failure failure(RefusalReason reason) {
        return switch (reason) {
            case CANCEL_PERIOD_OVER -> Failure.CANCEL_PERIOD_OVER;
            case PAYER_LEFT -> Failure.PAYER_LEFT;
            default -> Failure.REFUSED;
        };
    }

    /// The outcome for a person, and for the refund's `last_answer`.
    static String summary(Outcome<Cancellation> outcome) {
        return switch (outcome) {
            case Outcome.Done<Cancellation> _ -> CANCELED;
            case Outcome.Refused<Cancellation>(boolean isFinal, RefusalReason reason, Code code) ->
                (isFinal ? "REFUSED " : "NOT_SENT ") + text(reason, code);
            case Outcome.NotSent<Cancellation> notSent -> "NOT_SENT " + text(notSent.reason(), notSent.code());
            case Outcome.Unknown<Cancellation> unknown -> "UNKNOWN " + text(unknown.reason(), unknown.code());
        };
    }

    private static String text(Enum<?> reason, @Nullable Code code) {
        return code == null ? reason.name() : reason.name() + " (" + code + ")";
    }
}
