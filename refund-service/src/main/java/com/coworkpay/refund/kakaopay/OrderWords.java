package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.connector.Action;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.settlement.domain.CancelsRule;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.KakaoPayCancel;
import com.coworkpay.refund.settlement.domain.Look;

/// The connector's outcome of order in the words of settlement.
final class OrderWords {

    private OrderWords() {}

    static Look of(Outcome<Order> outcome, DueRefund refund) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order, refund);
            // "No such TID" about a payment that was paid: not found is not proof of anything.
            case Outcome.Refused<Order> refused ->
                new Look.NothingLearned(refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                new Look.NothingLearned(notSent.reason().name());
            case Outcome.Unknown<Order> unknown ->
                unknown.reason() == UnknownReason.MISMATCH
                        ? new Look.Contradicts(unknown.reason().name())
                        : new Look.NothingLearned(unknown.reason().name());
        };
    }

    private static Look of(Order order, DueRefund refund) {
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> ofPaid(order, refund);
            case NOT_PAID_ONCE_DEAD, WAITING_FOR_PAYER, READY_TO_APPROVE, UNCLEAR ->
                new Look.Contradicts(order.status().name());
        };
    }

    private static Look ofPaid(Order order, DueRefund refund) {
        return CancelsRule.read(
                refund.cancels(),
                order.available().totalKrw(),
                order.cancels().stream().map(OrderWords::cancel).toList());
    }

    private static KakaoPayCancel cancel(Action action) {
        return new KakaoPayCancel(action.aid(), action.amountKrw(), action.approvedAt(), action.payload());
    }
}
