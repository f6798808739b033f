package com.coworkpay.payment.settlement.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment that a settlement worker has taken.
///
/// @param tid absent where ready has not been answered
/// @param inManualReview manual review was already asked for
/// @param manualReviewDue it is unsettled for so long that it needs manual review
/// @param unsettled it is being approved, its outcome is unknown, or an answer contradicts its end
/// @param traceparent the trace of the request that began it
public record DuePayment(
        UUID id,
        long version,
        SettlementFacts facts,
        @Nullable String tid,
        String merchantAccountId,
        String cid,
        long totalKrw,
        int checkAttempts,
        boolean inManualReview,
        boolean manualReviewDue,
        boolean unsettled,
        @Nullable String traceparent) {

    /// Unsettled for long, or an answer did not fit. What is over needs it only if its late inquiry found a
    /// contradiction.
    public boolean needsManualReview() {
        return facts.status().isOver() ? inManualReview && unsettled : inManualReview || manualReviewDue;
    }
}
