package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that went back. TID, order, payload, the amount and the balance that is left are those that were asked for.
///
/// @param aid KakaoPay's id of this cancel; an official sample lacks it
/// @param status `PART_CANCEL_PAYMENT`, or `CANCEL_PAYMENT` when nothing is left
public record Cancellation(
        @Nullable String aid,
        String tid,
        String orderId,
        OrderStatus status,
        PaymentMethod method,
        Instant canceledAt) {}
