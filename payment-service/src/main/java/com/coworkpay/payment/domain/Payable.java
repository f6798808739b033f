package com.coworkpay.payment.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is paid for. It lives in the booking system; here it is a type, an id and what a refund
/// will need to know. At most one of `startAt` and `day` is given.
public record Payable(
        PayableType type,
        String id,
        @Nullable ResourceType resourceType,
        @Nullable String resourceId,
        @Nullable String eventId,
        @Nullable Instant startAt,
        @Nullable LocalDate day) {

    public Payable {
        if (startAt != null && day != null) {
            throw new IllegalArgumentException("a payable starts at an instant or on a day, not both");
        }
    }
}
