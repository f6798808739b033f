package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's ledger says about a TID.
///
/// @param meaning what the status says about the money; decide by this, show the status
/// @param canceledKrw the sum of all cancels so far
/// @param availableKrw what can still be cancelled, as KakaoPay says it
/// @param actions oldest first as KakaoPay lists them; empty before approval
/// @param approvedAt when the money was taken; `null` before
/// @param canceledAt of the last cancel
public record Order(
        String tid,
        String orderId,
        OrderStatus status,
        OrderMeaning meaning,
        long totalKrw,
        long canceledKrw,
        long availableKrw,
        List<PaymentAction> actions,
        PaymentMethod method,
        @Nullable Card card,
        @Nullable Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt) {

    public Order {
        actions = List.copyOf(actions);
    }

    /// All cancels, ours and those made in KakaoPay's partner centre, as KakaoPay lists them.
    public List<PaymentAction> cancels() {
        return actions.stream()
                .filter(action -> action.type() == PaymentAction.Type.CANCEL)
                .toList();
    }

    /// The cancel that carried this payload (our refund id), if KakaoPay has it and says so.
    public @Nullable PaymentAction cancelWith(String payload) {
        return cancels().stream()
                .filter(cancel -> payload.equals(cancel.payload()))
                .findFirst()
                .orElse(null);
    }

    /// KakaoPay's id of the approval, if it lists it.
    public @Nullable String approvalAid() {
        for (PaymentAction action : actions) {
            if (action.type() == PaymentAction.Type.PAYMENT) {
                return action.aid();
            }
        }
        return null;
    }
}
