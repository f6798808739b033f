package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that went back. TID, order, amount and payload are those that were asked for.
///
/// @param aid KakaoPay's id of this cancel; an official sample lacks it
/// @param status `PART_CANCEL_PAYMENT`, or `CANCEL_PAYMENT` when nothing is left
/// @param canceled by this request
/// @param canceledTotal by all so far, if KakaoPay says it
/// @param available what can still be cancelled
public record Cancellation(
        @Nullable String aid,
        String tid,
        String orderId,
        OrderStatus status,
        PaymentMethod method,
        Amount canceled,
        @Nullable Amount canceledTotal,
        Amount available,
        Instant canceledAt) {}
