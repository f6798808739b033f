package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderStatus;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.settlement.domain.Look;
import com.coworkpay.payment.settlement.domain.Look.Meaning;

/// The connector's outcome of order in the words of settlement.
final class OrderWords {

    private OrderWords() {}

    static Look of(Outcome<Order> outcome) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order);
            case Outcome.Refused<Order> refused ->
                Look.of(refused(refused.reason()), refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                Look.of(Meaning.NOTHING_LEARNED, notSent.reason().name());
            case Outcome.Unknown<Order> unknown -> unknown(unknown.reason());
        };
    }

    private static Look unknown(UnknownReason reason) {
        boolean contradicts = ApproveWords.contradicts(reason);
        return Look.of(contradicts ? Meaning.CONTRADICTS : Meaning.NOTHING_LEARNED, reason.name());
    }

    private static Meaning refused(RefusalReason reason) {
        return reason == RefusalReason.NO_SUCH_TID || reason == RefusalReason.EXPIRED
                ? Meaning.NOT_FOUND
                : Meaning.NOTHING_LEARNED;
    }

    private static Look of(Order order) {
        String why = order.status().name();
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> Look.paid(money(order), why);
            case READY_TO_APPROVE -> Look.of(Meaning.READY_TO_APPROVE, why);
            case WAITING_FOR_PAYER -> Look.of(Meaning.WAITING_FOR_PAYER, why);
            case NOT_PAID_ONCE_DEAD ->
                Look.of(order.status() == OrderStatus.FAIL_PAYMENT ? Meaning.FAILED : Meaning.STOPPED, why);
            case UNCLEAR -> Look.of(Meaning.CONTRADICTS, why);
        };
    }

    private static Money money(Order order) {
        return new Money(order.approvedAt(), order.method().name(), ApproveWords.issuer(order.card()));
    }
}
