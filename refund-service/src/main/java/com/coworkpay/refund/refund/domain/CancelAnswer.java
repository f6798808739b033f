package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of one call of cancel, in the words of the money rules.
public sealed interface CancelAnswer {

    /// KakaoPay says: gone back, with our TID, our amount and our refund id.
    record Canceled(@Nullable String aid, Instant canceledAt) implements CancelAnswer {}

    /// No money moved by this call and none will.
    record RefusedForGood(Failure failure, String why) implements CancelAnswer {}

    /// No money moved by this call; another may succeed.
    record RefusedForNow(String why) implements CancelAnswer {}

    /// Surely no money moved: the call did not get through, or the account's credential was refused.
    record NotSent(String why) implements CancelAnswer {}

    /// Anything may have happened.
    ///
    /// @param bankDealOpen a bank has not answered KakaoPay yet: its deal may still come about
    /// @param refused KakaoPay refused this very call, by the payment's balance or state; an earlier one may have
    /// been
    ///     the cause
    record NoAnswer(String why, boolean bankDealOpen, boolean refused) implements CancelAnswer {
        public NoAnswer(String why) {
            this(why, false, false);
        }
    }

    /// For a person, and for the refund's `last_answer`.
    default String words() {
        return switch (this) {
            case Canceled _ -> "CANCELED";
            case RefusedForGood refused -> "REFUSED " + refused.why();
            case RefusedForNow(String why) -> "REFUSED_FOR_NOW " + why;
            case NotSent(String why) -> "NOT_SENT " + why;
            case NoAnswer unanswered -> "UNKNOWN " + unanswered.why();
        };
    }
}
