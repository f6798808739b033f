package com.coworkpay.refund.review.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.settlement.domain.Look;
import com.coworkpay.refund.settlement.domain.OurCancels;
import com.coworkpay.refund.settlement.domain.Unsettled;
import org.jspecify.annotations.Nullable;

/// Whether a person's word may stand beside what KakaoPay's order says in the same act. What order shows wins. Each
/// refund that does not end by itself has an outcome by which a person ends it (docs/design/refund-service.md).
public final class ResolutionRule {

    /// What becomes of it.
    public enum Answer {
        RESOLVE,
        /// KakaoPay shows something else, which is recorded first.
        CONTRADICTED,
        /// KakaoPay does not show what the person says.
        NOT_CONFIRMED,
        /// What was sent may still be on its way.
        TOO_EARLY,
        NOTHING_TO_RESOLVE
    }

    private ResolutionRule() {}

    /// @param failure why it failed, if it has
    public static Answer decide(
            NewResolution wish, Unsettled refund, OurCancels ours, @Nullable Failure failure, Look look) {
        if (refund.status() == RefundStatus.FAILED
                && (wish.outcome() == ResolutionOutcome.GIVEN_UP || failure == Failure.REFUNDED_ELSEWHERE)) {
            return Answer.NOTHING_TO_RESOLVE;
        }
        if (look instanceof Look.Found || look instanceof Look.Moved || look instanceof Look.RecordedOutside) {
            return Answer.CONTRADICTED;
        }
        if (!refund.quiet()) {
            return look instanceof Look.NotThere ? Answer.TOO_EARLY : Answer.NOT_CONFIRMED;
        }
        boolean stands =
                switch (wish.outcome()) {
                    case REFUNDED -> look instanceof Look.Unexplained lower && isOneOf(lower, wish.aid(), ours);
                    case GIVEN_UP -> look instanceof Look.NotThere;
                    case REFUNDED_ELSEWHERE -> look instanceof Look.NotThere || isPatienceOver(refund);
                };
        return stands ? Answer.RESOLVE : Answer.NOT_CONFIRMED;
    }

    /// KakaoPay lists the cancel, the ledger does not have it, and the balance fell by as much at least.
    private static boolean isOneOf(Look.Unexplained lower, @Nullable String aid, OurCancels ours) {
        return aid != null
                && lower.missingKrw() >= ours.amountKrw()
                && lower.news().stream()
                        .anyMatch(cancel -> aid.equals(cancel.aid())
                                && (cancel.amountKrw() == null || cancel.amountKrw() == ours.amountKrw()));
    }

    /// Given back another way, of a refund that surely moved nothing, or about which KakaoPay has said nothing that
    /// helps for so long that a person was told: its account may be gone for good.
    private static boolean isPatienceOver(Unsettled refund) {
        return refund.status() != RefundStatus.UNKNOWN || refund.overdue();
    }
}
