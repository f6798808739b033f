package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads KakaoPay's own books about one TID, once it is sure that the answer is for this TID.
final class OrderParser {

    private OrderParser() {}

    static Order of(ResponseJson json, String tid, String orderId, OrderStatus status, long totalKrw) {
        List<PaymentAction> actions = json.objects("payment_action_details").stream()
                .map(OrderParser::action)
                .toList();
        long canceledKrw = json.has("canceled_amount")
                ? ResponseParser.totalKrw(json, "canceled_amount")
                : unsaidKrw(status, totalKrw);
        long availableKrw = json.has("cancel_available_amount")
                ? ResponseParser.totalKrw(json, "cancel_available_amount")
                : restKrw(totalKrw, canceledKrw);
        ResponseJson card = json.object("selected_card_info");
        return new Order(
                tid,
                orderId,
                status,
                status.meaning(),
                totalKrw,
                canceledKrw,
                availableKrw,
                actions,
                PaymentMethod.of(json.text("payment_method_type")),
                ResponseParser.card(card == null ? json.object("card_info") : card),
                json.time("created_at"),
                approvedAt(json.time("approved_at"), actions),
                json.time("canceled_at"));
    }

    /// What was cancelled where the answer leaves it out. After a partial cancel that would be a guess.
    private static long unsaidKrw(OrderStatus status, long totalKrw) {
        return switch (status.meaning()) {
            case FULLY_CANCELED -> totalKrw;
            case PARTLY_CANCELED, UNCLEAR -> throw ResponseParser.malformed("canceled_amount");
            case PAID, NOT_PAID_ONCE_DEAD, WAITING_FOR_PAYER, READY_TO_APPROVE -> 0;
        };
    }

    private static long restKrw(long totalKrw, long canceledKrw) {
        if (canceledKrw > totalKrw) {
            throw ResponseParser.malformed("canceled_amount.total");
        }
        return totalKrw - canceledKrw;
    }

    private static PaymentAction action(ResponseJson json) {
        return new PaymentAction(
                json.text("aid"),
                PaymentAction.Type.of(json.text("payment_action_type")),
                json.whole("amount"),
                json.time("approved_at"),
                json.text("payload"));
    }

    /// The payment's own entry stands in where the answer itself does not say it.
    private static @Nullable Instant approvedAt(@Nullable Instant stated, List<PaymentAction> actions) {
        if (stated != null) {
            return stated;
        }
        for (PaymentAction action : actions) {
            if (action.type() == PaymentAction.Type.PAYMENT) {
                return action.approvedAt();
            }
        }
        return null;
    }
}
