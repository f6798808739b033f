package com.coworkpay.refund.booking;

import com.coworkpay.contracts.PayableType;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was cancelled, moved or restored.
@Schema(name = "BookedPayable")
record PayableBody(
        @Schema(description = "BOOKING, EVENT_TICKET or SHOP_ORDER") @NotNull
        PayableType type,

        @Schema(description = "Its id at the booking system", minLength = 1, maxLength = 200, examples = "booking-17")
        @NotNull
        String id) {}
