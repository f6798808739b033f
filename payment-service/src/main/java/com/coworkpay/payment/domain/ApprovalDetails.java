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
        @Nullable String cardCompany) {}
