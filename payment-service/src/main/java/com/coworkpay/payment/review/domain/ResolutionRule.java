package com.coworkpay.payment.review.domain;

import com.coworkpay.payment.settlement.domain.DuePayment;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.payment.settlement.domain.OrderInquiry.InquiryResult;

/// Whether what a person says can stand beside what KakaoPay's order says in the same act. A person never says more
/// than KakaoPay about money: "paid" needs its confirmation, and "not paid" gives way to it.
public final class ResolutionRule {

    private ResolutionRule() {}

    public enum Decision {
        /// KakaoPay says paid: the approval is recorded, whatever the person said.
        RECORD_APPROVAL,
        /// The resolution stands.
        RESOLVE,
        /// Nothing of this payment waits for a person.
        NOTHING_WAITS,
        /// An approve may still be under way, or the payer may still pay.
        TOO_EARLY,
        /// "Paid", and KakaoPay does not say so.
        NOT_CONFIRMED
    }

    public static Decision decide(ResolutionOutcome outcome, DuePayment payment, OrderInquiry inquiry) {
        if (inquiry.result() == InquiryResult.PAID) {
            return Decision.RECORD_APPROVAL;
        }
        if (!payment.needsManualReview()) {
            return Decision.NOTHING_WAITS;
        }
        if (outcome == ResolutionOutcome.PAID) {
            return Decision.NOT_CONFIRMED;
        }
        boolean isOver = payment.facts().status().isOver();
        boolean isDead = payment.facts().tidDead() && payment.facts().quiet();
        return isOver || isDead ? Decision.RESOLVE : Decision.TOO_EARLY;
    }
}
