package com.coworkpay.payment.domain;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderStatus;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
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

    public static OrderInquiry of(Outcome<Order> outcome) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order);
            case Outcome.Refused<Order> refused ->
                of(refused(refused.reason()), refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                of(InquiryResult.NOTHING_LEARNED, notSent.reason().name());
            case Outcome.Unknown<Order> unknown -> unknown(unknown.reason());
        };
    }

    private static OrderInquiry unknown(UnknownReason reason) {
        return of(reason.isContradiction() ? InquiryResult.CONTRADICTS : InquiryResult.NOTHING_LEARNED, reason.name());
    }

    private static InquiryResult refused(RefusalReason reason) {
        return reason == RefusalReason.NO_SUCH_TID || reason == RefusalReason.EXPIRED
                ? InquiryResult.NOT_FOUND
                : InquiryResult.NOTHING_LEARNED;
    }

    private static OrderInquiry of(Order order) {
        String why = order.status().name();
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> paid(ApprovalDetails.of(order), why);
            case READY_TO_APPROVE -> of(InquiryResult.READY_TO_APPROVE, why);
            case WAITING_FOR_PAYER -> of(InquiryResult.WAITING_FOR_PAYER, why);
            case NOT_PAID_ONCE_DEAD ->
                of(order.status() == OrderStatus.FAIL_PAYMENT ? InquiryResult.FAILED : InquiryResult.STOPPED, why);
            case UNCLEAR -> of(InquiryResult.CONTRADICTS, why);
        };
    }
}
