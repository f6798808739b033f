package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ResolutionOutcome;
import org.jspecify.annotations.Nullable;

/// Whether a resolution is accepted, given what KakaoPay's order shows in the same request. What order shows wins.
/// Each refund that does not end by itself has an outcome by which a person ends it (docs/design/refund-service.md).
final class ResolutionRule {

    /// What becomes of it.
    public enum Result {
        RESOLVE,
        /// KakaoPay shows something else, which is recorded first.
        CONTRADICTED,
        /// KakaoPay does not show what the outcome needs.
        NOT_CONFIRMED,
        /// What was sent may still take effect.
        TOO_EARLY,
        NOTHING_TO_RESOLVE
    }

    private ResolutionRule() {}

    /// @param failure why it failed, if it has
    public static Result decide(
            NewResolution newResolution,
            SettlementFacts refund,
            OurCancels ours,
            @Nullable Failure failure,
            OrderInquiry inquiry) {
        if (refund.status() == RefundStatus.FAILED
                && (newResolution.outcome() == ResolutionOutcome.GIVEN_UP || failure == Failure.REFUNDED_ELSEWHERE)) {
            return Result.NOTHING_TO_RESOLVE;
        }
        if (inquiry instanceof OrderInquiry.Canceled
                || inquiry instanceof OrderInquiry.CanceledOutside
                || inquiry instanceof OrderInquiry.RecordedOutside) {
            return Result.CONTRADICTED;
        }
        if (!refund.quiet()) {
            return inquiry instanceof OrderInquiry.NotCanceled ? Result.TOO_EARLY : Result.NOT_CONFIRMED;
        }
        boolean isAccepted =
                switch (newResolution.outcome()) {
                    case REFUNDED ->
                        inquiry instanceof OrderInquiry.UnexplainedBalance lower
                                && isOneOf(lower, newResolution.aid(), ours);
                    case GIVEN_UP -> inquiry instanceof OrderInquiry.NotCanceled;
                    case REFUNDED_ELSEWHERE -> inquiry instanceof OrderInquiry.NotCanceled || isReviewDue(refund);
                };
        return isAccepted ? Result.RESOLVE : Result.NOT_CONFIRMED;
    }

    /// KakaoPay lists the cancel, the ledger does not have it, and the balance fell by as much at least.
    private static boolean isOneOf(OrderInquiry.UnexplainedBalance lower, @Nullable String aid, OurCancels ours) {
        return aid != null
                && lower.missingKrw() >= ours.amountKrw()
                && lower.unrecorded().stream()
                        .anyMatch(cancel -> aid.equals(cancel.aid())
                                && (cancel.amountKrw() == null || cancel.amountKrw() == ours.amountKrw()));
    }

    /// Refunded another way: accepted for a refund that surely moved nothing, or whose outcome has been unknown for so
    /// long that it was escalated, as its account may be gone for good.
    private static boolean isReviewDue(SettlementFacts refund) {
        return refund.status() != RefundStatus.UNKNOWN || refund.overdue();
    }
}
