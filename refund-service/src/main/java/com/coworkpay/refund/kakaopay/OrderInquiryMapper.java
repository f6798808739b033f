package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.PaymentAction;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.settlement.domain.CancelsRule;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.KakaoPayCancel;
import com.coworkpay.refund.settlement.domain.OrderInquiry;

/// Maps the connector's outcome of order to an inquiry of settlement.
final class OrderInquiryMapper {

    private OrderInquiryMapper() {}

    static OrderInquiry of(Outcome<Order> outcome, DueRefund refund) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order, refund);
            // "No such TID" about a payment that was paid: not found is not proof of anything.
            case Outcome.Refused<Order> refused ->
                new OrderInquiry.Inconclusive(refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                new OrderInquiry.Inconclusive(notSent.reason().name());
            case Outcome.Unknown<Order> unknown ->
                unknown.reason() == UnknownReason.MISMATCH
                        ? new OrderInquiry.Contradiction(unknown.reason().name())
                        : new OrderInquiry.Inconclusive(unknown.reason().name());
        };
    }

    private static OrderInquiry of(Order order, DueRefund refund) {
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> ofPaid(order, refund);
            case NOT_PAID_ONCE_DEAD, WAITING_FOR_PAYER, READY_TO_APPROVE, UNCLEAR ->
                new OrderInquiry.Contradiction(order.status().name());
        };
    }

    private static OrderInquiry ofPaid(Order order, DueRefund refund) {
        return CancelsRule.read(
                refund.cancels(),
                order.available().totalKrw(),
                order.cancels().stream().map(OrderInquiryMapper::cancel).toList());
    }

    private static KakaoPayCancel cancel(PaymentAction action) {
        return new KakaoPayCancel(action.aid(), action.amountKrw(), action.approvedAt(), action.payload());
    }
}
