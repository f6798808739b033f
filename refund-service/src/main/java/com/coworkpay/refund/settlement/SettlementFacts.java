package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an unsettled refund. Ages are those of the database's clock, before
/// the order inquiry.
///
/// @param availableKrw the balance that its cancel was bound to
/// @param expectedKrw the balance that KakaoPay has if there are no cancels but those of the ledger
/// @param repeatDecline why a repeat was declined, if it was
/// @param quiet nothing can be in flight, so cancel may be repeated
/// @param manyAttempts so many cancel attempts that it goes to manual review
/// @param overdue unsettled for so long that it goes to manual review
/// @param review why it is in manual review, if it is
record SettlementFacts(
        RefundStatus status,
        long availableKrw,
        long expectedKrw,
        @Nullable Failure repeatDecline,
        boolean quiet,
        boolean manyAttempts,
        boolean overdue,
        @Nullable ReviewReason review) {

    /// @param at the database's time before the order inquiry
    public static SettlementFacts of(Refund refund, long expectedKrw, SettlementLimits limits, Instant at) {
        Long availableKrw = refund.availableKrw();
        return new SettlementFacts(
                refund.status(),
                availableKrw == null ? expectedKrw : availableKrw,
                expectedKrw,
                refund.repeatDecline(),
                isOver(refund.repeatableFrom(limits.quietAfter()), Duration.ZERO, at),
                refund.cancelAttempts() >= limits.reviewAttempts(),
                refund.unsettledSince() != null && isOver(refund.unsettledSince(), limits.reviewAfter(), at),
                refund.manualReviewReason());
    }

    private static boolean isOver(@Nullable Instant since, Duration pause, Instant at) {
        return since == null || !since.plus(pause).isAfter(at);
    }
}
