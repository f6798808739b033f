package com.coworkpay.refund.settlement;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.PaymentAction;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of an order inquiry: what KakaoPay's order shows of a refund.
sealed interface OrderInquiry {

    static OrderInquiry of(Outcome<Order> outcome, OurCancels ours) {
        return switch (outcome) {
            case Outcome.Done<Order>(Order order) -> of(order, ours);
            // "No such TID" about a payment that was paid: not found is not proof of anything.
            case Outcome.Refused<Order> refused ->
                new Inconclusive(refused.reason().name());
            case Outcome.NotSent<Order> notSent ->
                new Inconclusive(notSent.reason().name());
            case Outcome.Unknown<Order> unknown ->
                unknown.reason() == UnknownReason.MISMATCH
                        ? new Contradiction(unknown.reason().name())
                        : new Inconclusive(unknown.reason().name());
        };
    }

    private static OrderInquiry of(Order order, OurCancels ours) {
        return switch (order.meaning()) {
            case PAID, PARTLY_CANCELED, FULLY_CANCELED -> ofPaid(order, ours);
            case NOT_PAID_ONCE_DEAD, WAITING_FOR_PAYER, READY_TO_APPROVE, UNCLEAR ->
                new Contradiction(order.status().name());
        };
    }

    private static OrderInquiry ofPaid(Order order, OurCancels ours) {
        return CancelsRule.read(
                ours,
                order.availableKrw(),
                order.cancels().stream().map(OrderInquiry::cancel).toList());
    }

    private static KakaoPayCancel cancel(PaymentAction action) {
        return new KakaoPayCancel(action.aid(), action.amountKrw(), action.approvedAt(), action.payload());
    }

    /// For a person, and for the stored resolution.
    default String code() {
        return switch (this) {
            case Canceled _ -> "FOUND";
            case NotCanceled _ -> "NOT_THERE";
            case CanceledOutside _ -> "CANCELED_OUTSIDE";
            case RecordedOutside _ -> "RECORDED_OUTSIDE";
            case UnexplainedBalance _ -> "LOWER_BALANCE";
            case Inconclusive(String why) -> why;
            case Contradiction(String why) -> why;
        };
    }

    /// A cancel of ours, of our amount.
    record Canceled(@Nullable String aid, @Nullable Instant canceledAt) implements OrderInquiry {}

    /// KakaoPay has the payment as paid, no cancel of this refund, and the balance that the ledger expects.
    record NotCanceled() implements OrderInquiry {}

    /// No cancel of this refund; others, which the ledger does not have, lowered the balance.
    record CanceledOutside(List<Movement> movements) implements OrderInquiry {
        public CanceledOutside {
            movements = List.copyOf(movements);
        }
    }

    /// A cancel of ours that was recorded as made outside, before the list had its payload: the money was refunded
    /// once.
    record RecordedOutside() implements OrderInquiry {}

    /// The balance is lower than the ledger expects, and the list does not say clearly why: the list may lag behind
    /// the balance, or another refund of the payment has an unknown outcome.
    ///
    /// @param missingKrw by how much it is lower
    /// @param unrecorded the cancels of the list that the ledger does not have
    record UnexplainedBalance(long missingKrw, List<KakaoPayCancel> unrecorded) implements OrderInquiry {
        public UnexplainedBalance {
            unrecorded = List.copyOf(unrecorded);
        }
    }

    /// No answer, no credential, no such TID: nothing was learned. Not found is not proof.
    record Inconclusive(String why) implements OrderInquiry {}

    /// An answer that does not fit: a cancel with our id and another amount, a payment that is not paid.
    record Contradiction(String why) implements OrderInquiry {}
}
