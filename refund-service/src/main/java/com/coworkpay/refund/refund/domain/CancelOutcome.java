package com.coworkpay.refund.refund.domain;

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

    /// For a person, and for the refund's `last_answer`.
    default String summary() {
        return switch (this) {
            case Canceled _ -> "CANCELED";
            case HardDecline decline -> "REFUSED " + decline.why();
            case NotSent(String why) -> "NOT_SENT " + why;
            case Unknown unknown -> "UNKNOWN " + unknown.why();
        };
    }
}
