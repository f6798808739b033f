package com.coworkpay.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the booking system receives of a payment on `booking.notices` (docs/contracts/schemas/booking-notice.v1.json).
/// No TID, no CID, no account, no payer.
public record PaymentNoticeV1(
        UUID paymentId,
        long version,
        String locationId,
        RefundStateV1.Payable payable,
        String status,
        @Nullable String reason,
        long totalKrw,
        boolean live,
        Instant occurredAt) {}
