package com.coworkpay.payment.checkout;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A checkout that was made.
@Schema(
        name = "CheckoutCreatedResponse",
        requiredProperties = {"checkoutId", "checkoutUrl", "expiresAt"})
record CheckoutCreatedResponse(
        UUID checkoutId,

        @Schema(description = "Where to send the payer. A key to the checkout: for the payer alone")
        URI checkoutUrl,

        @Schema(description = "No attempt to pay it begins from then on")
        Instant expiresAt) {}
