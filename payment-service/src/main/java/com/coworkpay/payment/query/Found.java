package com.coworkpay.payment.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A payment as it was found.
///
/// @param state the whole public state, as events carry it
/// @param refundPendingKrw on its way back to the payer
/// @param refunds oldest first, in the payer's words
/// @param refusalCode KakaoPay's reason for a refused ready or approve; for people of the location
/// @param manualReviewSince since when a person is asked to look; for people of the location
/// @param expiresAt until then its payer may pay; RFC 3339
public record Found(
        JsonObject state,
        long refundedKrw,
        long refundPendingKrw,
        JsonArray refunds,
        @Nullable String expiresAt,
        @Nullable String refusalCode,
        @Nullable String manualReviewSince) {

    /// For those who are not the location's people.
    Found withoutInternals() {
        return new Found(state, refundedKrw, refundPendingKrw, refunds, expiresAt, null, null);
    }
}
