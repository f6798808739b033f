package com.coworkpay.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the booking system receives of a refund batch on `booking.notices`
/// (docs/contracts/schemas/batch-notice.v1.json). Amounts are whole won.
///
/// @param version of the batch
/// @param cancellationId the booking system's, where it began the batch
/// @param kind EVENT or DAY
/// @param status that the batch has reached
/// @param payments that are to be refunded; absent where they were never counted, as `totalKrw`
/// @param totalKrw what is given back at most
public record BatchNoticeV1(
        UUID batchId,
        long version,
        String locationId,
        @Nullable String cancellationId,
        String kind,
        @Nullable String eventId,
        @Nullable LocalDate day,
        @Nullable String resourceType,
        @Nullable String resourceId,
        String status,
        @Nullable Integer payments,
        @Nullable Long totalKrw,
        long leftOut,
        long refunded,
        long refundedKrw,
        long failed,
        long inReview,
        Instant occurredAt) {}
