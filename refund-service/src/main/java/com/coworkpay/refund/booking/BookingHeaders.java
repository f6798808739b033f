package com.coworkpay.refund.booking;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The headers of what the booking system sends.
class BookingHeaders {

    @HeaderParam("Idempotency-Key")
    @Parameter(
            required = true,
            description =
                    "The caller's id of what happened: 1 to 255 visible ASCII characters. The same key with the same body"
                            + " gives the same answer")
    @Nullable
    String key;

    @HeaderParam("Ce-Time")
    @Parameter(
            description =
                    "When the caller wrote this down (RFC 3339), if it is sent later than that. Times in the body are"
                            + " compared with it; without it they are with the time of arrival",
            example = "2026-12-01T09:00:01+09:00")
    @Nullable
    String ceTime;
}
