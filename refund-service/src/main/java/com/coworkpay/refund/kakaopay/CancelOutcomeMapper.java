package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.refund.domain.CancelOutcome;
import org.jspecify.annotations.Nullable;

/// Maps the connector's outcome of cancel to that of the refund rules.
final class CancelOutcomeMapper {

    private CancelOutcomeMapper() {}

    static CancelOutcome of(Outcome<Cancellation> outcome) {
        return switch (outcome) {
            case Outcome.Done<Cancellation>(Cancellation done) ->
                new CancelOutcome.Canceled(done.aid(), done.canceledAt());
            case Outcome.Refused<Cancellation>(boolean isFinal, RefusalReason reason, Code code) ->
                isFinal
                        ? new CancelOutcome.HardDecline(failure(reason), why(reason, code))
                        : new CancelOutcome.NotSent(why(reason, code));
            case Outcome.NotSent<Cancellation> notSent ->
                new CancelOutcome.NotSent(why(notSent.reason(), notSent.code()));
            case Outcome.Unknown<Cancellation> unknown ->
                new CancelOutcome.Unknown(
                        why(unknown.reason(), unknown.code()),
                        unknown.reason() == UnknownReason.BANK_UNCLEAR,
                        isDecline(unknown.reason(), unknown.code()));
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
