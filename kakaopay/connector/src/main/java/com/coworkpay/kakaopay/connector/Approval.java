package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment that was taken. TID, order id and total are those that were asked for: an answer for others never
/// becomes one of these.
///
/// @param aid KakaoPay's id of this approval
/// @param card only of a card payment
/// @param createdAt when it was made ready
public record Approval(
        String aid,
        String tid,
        String orderId,
        String userId,
        PaymentMethod method,
        @Nullable Card card,
        Instant approvedAt,
        @Nullable Instant createdAt) {}
