package com.coworkpay.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// KakaoPay's word that a payment was paid.
///
/// @param approvedAt KakaoPay's own approved_at
/// @param method `CARD`, `MONEY` or `OTHER`
/// @param cardCompany the issuer's name, for cards
public record Money(
        @Nullable Instant approvedAt,
        @Nullable String method,
        @Nullable String cardCompany) {}
