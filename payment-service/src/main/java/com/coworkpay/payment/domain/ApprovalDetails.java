package com.coworkpay.payment.domain;

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
