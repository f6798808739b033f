package com.coworkpay.refund.review.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.settlement.domain.Look;
import com.coworkpay.refund.settlement.domain.Unsettled;
import org.jspecify.annotations.Nullable;

/// Whether a person's word may stand beside what KakaoPay's order says in the same act. What order shows wins.
public final class ResolutionRule {

    /// What becomes of it.
    public enum Answer {
        RESOLVE,
        /// KakaoPay shows something else, which is recorded first.
        CONTRADICTED,
        /// KakaoPay does not show that the money is there.
        NOT_CONFIRMED,
        /// What was sent may still be on its way.
        TOO_EARLY,
        NOTHING_TO_RESOLVE
    }

    private ResolutionRule() {}

    /// @param failure why it failed, if it has
    public static Answer decide(ResolutionOutcome outcome, Unsettled refund, @Nullable Failure failure, Look look) {
        boolean failed = refund.status() == RefundStatus.FAILED;
        if (failed && (outcome == ResolutionOutcome.GIVEN_UP || failure == Failure.REFUNDED_ELSEWHERE)) {
            return Answer.NOTHING_TO_RESOLVE;
        }
        return switch (look) {
            case Look.Found _, Look.Moved _ -> Answer.CONTRADICTED;
            case Look.NotThere _ -> refund.quiet() ? Answer.RESOLVE : Answer.TOO_EARLY;
            // Given back another way, of a refund that surely moved nothing: the account may be gone for good.
            case Look.NothingLearned _ ->
                outcome == ResolutionOutcome.REFUNDED_ELSEWHERE && refund.status() != RefundStatus.UNKNOWN
                        ? Answer.RESOLVE
                        : Answer.NOT_CONFIRMED;
            case Look.Unexplained _, Look.Contradicts _ -> Answer.NOT_CONFIRMED;
        };
    }
}
