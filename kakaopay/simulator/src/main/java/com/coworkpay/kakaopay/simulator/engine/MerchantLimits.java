package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was agreed at ready and never changes.
///
/// @param pageKey        64 hex characters: the secret part of the redirect URL
/// @param method         the only method allowed, or null for all
/// @param availableCards the only cards allowed, or null for all
/// @param approvalUrl    the three URLs as given; text, as a ledger may hold very many of them
/// @param installMonth   fixed instalment, or null for none
/// @param greenDepositKrw the deposit for cups in the total; with one there is no partial cancel
public record MerchantLimits(
        String tid,
        String pageKey,
        String cid,
        String orderId,
        String userId,
        String itemName,
        @Nullable String itemCode,
        int quantity,
        Amounts amounts,
        String approvalUrl,
        String cancelUrl,
        String failUrl,
        @Nullable Method method,
        @Nullable List<CardCompany> availableCards,
        @Nullable Integer installMonth,
        @Nullable Long greenDepositKrw,
        Instant createdAt) {

    public MerchantLimits {
        availableCards = availableCards == null ? null : List.copyOf(availableCards);
    }

    /// Of an amount of this payment: all of the deposit or nothing, as it goes back with the whole only.
    public long greenDepositKrw(Amounts part) {
        return greenDepositKrw != null && part.totalKrw() == amounts.totalKrw() ? greenDepositKrw : 0;
    }

    public boolean allows(Method wanted, @Nullable CardCompany card) {
        return (method == null || method == wanted)
                && (wanted == Method.MONEY || (card != null && cards().contains(card)));
    }

    public List<CardCompany> cards() {
        return availableCards == null ? List.of(CardCompany.values()) : availableCards;
    }
}
