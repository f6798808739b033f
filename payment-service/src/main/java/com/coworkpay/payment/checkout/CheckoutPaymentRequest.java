package com.coworkpay.payment.checkout;

import com.coworkpay.payment.domain.Device;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a request to begin an attempt.
@Schema(name = "CheckoutPaymentRequest")
record CheckoutPaymentRequest(
        @Schema(description = "Decides the redirect URL") @NotNull
        Device device) {}
