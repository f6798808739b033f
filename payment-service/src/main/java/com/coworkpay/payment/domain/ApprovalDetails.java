package com.coworkpay.payment.domain;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Card;
import com.coworkpay.kakaopay.connector.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What KakaoPay says about the approval of a payment.
///
/// @param approvedAt KakaoPay's own approved_at
/// @param method `CARD`, `MONEY` or `OTHER`
/// @param cardCompany the issuer's name, for cards
public record ApprovalDetails(
        @Nullable Instant approvedAt,
        @Nullable String method,
        @Nullable String cardCompany) {

    private static final int MAX_NAME = 100;

    public static ApprovalDetails of(Approval approval) {
        return new ApprovalDetails(approval.approvedAt(), approval.method().name(), issuer(approval.card()));
    }

    /// @param order that says "paid"
    public static ApprovalDetails of(Order order) {
        return new ApprovalDetails(order.approvedAt(), order.method().name(), issuer(order.card()));
    }

    private static @Nullable String issuer(@Nullable Card card) {
        return card == null ? null : card.issuer();
    }

    /// A name out of KakaoPay's answer must never make a paid payment impossible to store, nor must a missing time.
    ApprovalDetails storable(Instant otherwise) {
        return new ApprovalDetails(approvedAt == null ? otherwise : approvedAt, method, clipped(cardCompany));
    }

    private static @Nullable String clipped(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.replace("\0", "");
        return plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
    }
}
