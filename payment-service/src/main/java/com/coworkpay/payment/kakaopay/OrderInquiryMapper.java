package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderStatus;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.payment.settlement.domain.OrderInquiry.InquiryResult;

/// Maps the connector's outcome of order to the result of an inquiry.
final class OrderInquiryMapper {

    private OrderInquiryMapper() {}

    static OrderInquiry of(Outcome<Order> outcome) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order);
            case Outcome.Refused<Order> refused ->
                OrderInquiry.of(refused(refused.reason()), refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                OrderInquiry.of(InquiryResult.NOTHING_LEARNED, notSent.reason().name());
            case Outcome.Unknown<Order> unknown -> unknown(unknown.reason());
        };
    }

    private static OrderInquiry unknown(UnknownReason reason) {
        boolean contradicts = ApproveOutcomeMapper.contradicts(reason);
        return OrderInquiry.of(contradicts ? InquiryResult.CONTRADICTS : InquiryResult.NOTHING_LEARNED, reason.name());
    }

    private static InquiryResult refused(RefusalReason reason) {
        return reason == RefusalReason.NO_SUCH_TID || reason == RefusalReason.EXPIRED
                ? InquiryResult.NOT_FOUND
                : InquiryResult.NOTHING_LEARNED;
    }

    private static OrderInquiry of(Order order) {
        String why = order.status().name();
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> OrderInquiry.paid(approval(order), why);
            case READY_TO_APPROVE -> OrderInquiry.of(InquiryResult.READY_TO_APPROVE, why);
            case WAITING_FOR_PAYER -> OrderInquiry.of(InquiryResult.WAITING_FOR_PAYER, why);
            case NOT_PAID_ONCE_DEAD ->
                OrderInquiry.of(
                        order.status() == OrderStatus.FAIL_PAYMENT ? InquiryResult.FAILED : InquiryResult.STOPPED, why);
            case UNCLEAR -> OrderInquiry.of(InquiryResult.CONTRADICTS, why);
        };
    }

    private static ApprovalDetails approval(Order order) {
        return new ApprovalDetails(
                order.approvedAt(), order.method().name(), ApproveOutcomeMapper.issuer(order.card()));
    }
}
