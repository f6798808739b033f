package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.OrderInquiry;
import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import com.coworkpay.payment.domain.SettlementFacts;

/// Whether a resolution agrees with the order inquiry in the same act. A person never overrules KakaoPay about money:
/// "paid" needs its confirmation, and "not paid" is rejected if KakaoPay says paid.
final class ResolutionRule {

    private ResolutionRule() {}

    public enum Decision {
        /// KakaoPay says paid: the approval is recorded, whatever the resolution is.
        RECORD_APPROVAL,
        /// The resolution is stored.
        RESOLVE,
        /// The payment is not in manual review.
        NOT_IN_REVIEW,
        /// An approve may still be under way, or the payer may still pay.
        TOO_EARLY,
        /// "Paid", and KakaoPay does not say so.
        NOT_CONFIRMED
    }

    public static Decision decide(
            ResolutionOutcome outcome, SettlementFacts payment, boolean needsManualReview, OrderInquiry inquiry) {
        if (inquiry.result() == InquiryResult.PAID) {
            return Decision.RECORD_APPROVAL;
        }
        if (!needsManualReview) {
            return Decision.NOT_IN_REVIEW;
        }
        if (outcome == ResolutionOutcome.PAID) {
            return Decision.NOT_CONFIRMED;
        }
        boolean isOver = payment.status().isOver();
        boolean isDead = payment.tidDead() && payment.quiet();
        return isOver || isDead ? Decision.RESOLVE : Decision.TOO_EARLY;
    }
}
