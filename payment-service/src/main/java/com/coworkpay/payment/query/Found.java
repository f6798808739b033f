package com.coworkpay.payment.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A payment as it was found.
///
/// @param state the whole public state, as events carry it
/// @param refundPendingKrw on its way back to the payer
/// @param refunds oldest first, in the payer's words
/// @param expiresAt until then its payer may pay; RFC 3339
public record Found(
        JsonObject state,
        long refundedKrw,
        long refundPendingKrw,
        JsonArray refunds,
        @Nullable String expiresAt) {}
