package com.coworkpay.refund.refund.domain;

import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The outcome of one call of cancel, as the refund rules know it.
public sealed interface CancelOutcome {

    /// KakaoPay canceled it, with our TID, our amount and our refund id.
    record Canceled(@Nullable String aid, Instant canceledAt) implements CancelOutcome {}

    /// No money moved by this call and none will.
    record HardDecline(Failure failure, String why) implements CancelOutcome {}

    /// Surely no money moved, and another call may succeed: it was not sent, or the account's credential was refused.
    record NotSent(String why) implements CancelOutcome {}

    /// Anything may have happened.
    ///
    /// @param bankDealOpen a bank has not answered KakaoPay yet: its deal may still be completed
    /// @param declined KakaoPay declined this very call because of the payment's balance or state; an earlier call
    /// may
    ///     be the cause
    record Unknown(String why, boolean bankDealOpen, boolean declined) implements CancelOutcome {
        public Unknown(String why) {
            this(why, false, false);
        }
    }

    static CancelOutcome of(Outcome<Cancellation> outcome) {
        return switch (outcome) {
            case Outcome.Done<Cancellation>(Cancellation done) -> new Canceled(done.aid(), done.canceledAt());
            case Outcome.Refused<Cancellation>(boolean isFinal, RefusalReason reason, Code code) ->
                isFinal ? new HardDecline(failure(reason), why(reason, code)) : new NotSent(why(reason, code));
            case Outcome.NotSent<Cancellation> notSent -> new NotSent(why(notSent.reason(), notSent.code()));
            case Outcome.Unknown<Cancellation> unknown ->
                new Unknown(
                        why(unknown.reason(), unknown.code()),
                        unknown.reason() == UnknownReason.BANK_UNCLEAR,
                        isDecline(unknown.reason(), unknown.code()));
        };
    }

    /// For a person, and for the refund's `last_answer`.
    default String summary() {
        return switch (this) {
            case Canceled _ -> "CANCELED";
            case HardDecline decline -> "REFUSED " + decline.why();
            case NotSent(String why) -> "NOT_SENT " + why;
            case Unknown unknown -> "UNKNOWN " + unknown.why();
        };
    }

    /// Whether KakaoPay declined this very call, whatever an earlier one did. Its code for a stale balance is not
    /// documented.
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

    private static String why(Enum<?> reason, @Nullable Code code) {
        return code == null ? reason.name() : reason.name() + " (" + code + ")";
    }
}
