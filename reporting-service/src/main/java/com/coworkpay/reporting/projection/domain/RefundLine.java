package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One refund of a payment.
///
/// @param aid KakaoPay's id of the cancel
/// @param canceledAt KakaoPay's own time of the cancel
/// @param manualReviewSince while a person has to look at it
public record RefundLine(
        UUID refundId,
        String status,
        String origin,
        String reason,
        long amountKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable String cancellationId,
        @Nullable String failure,
        @Nullable String aid,
        Instant requestedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant manualReviewSince,
        @Nullable String manualReviewReason) {}
