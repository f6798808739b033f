package com.coworkpay.payment.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A payment as the query reads it.
///
/// @param state the whole public state, as events carry it
/// @param refundPendingKrw being refunded
/// @param refunds oldest first, as the payer sees them
/// @param declineCode KakaoPay's reason for a declined ready or approve; for people of the location
/// @param manualReviewSince since when it is in manual review; for people of the location
/// @param expiresAt until then its payer may pay; RFC 3339
public record PaymentDetails(
        JsonObject state,
        long refundedKrw,
        long refundPendingKrw,
        JsonArray refunds,
        @Nullable String expiresAt,
        @Nullable String declineCode,
        @Nullable String manualReviewSince) {

    /// For callers who are not people of the location.
    PaymentDetails withoutInternals() {
        return new PaymentDetails(state, refundedKrw, refundPendingKrw, refunds, expiresAt, null, null);
    }
}
