package com.coworkpay.payment.settlement.domain;

import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Inquired;
import org.jspecify.annotations.Nullable;

/// What an order inquiry at KakaoPay showed.
///
/// @param approval present when the result is [InquiryResult#PAID]
public record OrderInquiry(InquiryResult result, @Nullable ApprovalDetails approval, String why) {

    public enum InquiryResult {
        /// SUCCESS, PART_CANCEL, CANCEL_PAYMENT: it was paid (and perhaps cancelled outside afterwards).
        PAID,
        /// AUTH_PASSWORD: the payer has done everything; approve did not arrive, or not yet.
        READY_TO_APPROVE,
        /// READY to SELECT_METHOD: the payer may still go on while the TID lives.
        WAITING_FOR_PAYER,
        /// FAIL_PAYMENT: an approval failed.
        FAILED,
        /// QUIT_PAYMENT, FAIL_AUTH_PASSWORD: the payer stopped.
        STOPPED,
        /// −721, −723: KakaoPay does not know the TID, or no longer. Not found is not proof.
        NOT_FOUND,
        /// No answer, no credential, an unknown status: nothing was learned.
        NOTHING_LEARNED,
        /// An answer that does not fit the payment: nothing was learned, and it needs manual review.
        CONTRADICTS
    }

    public static OrderInquiry paid(ApprovalDetails approval, String why) {
        return new OrderInquiry(InquiryResult.PAID, approval, why);
    }

    public static OrderInquiry of(InquiryResult result, String why) {
        return new OrderInquiry(result, null, why);
    }

    /// As it is stored where it decided nothing.
    public Inquired stored(boolean escalate) {
        return new Inquired(result.name(), why, result == InquiryResult.NOTHING_LEARNED, escalate);
    }
}
