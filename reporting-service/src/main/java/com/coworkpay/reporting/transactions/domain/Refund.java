package com.coworkpay.reporting.transactions.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund as the report shows it.
public record Refund(
        UUID refundId,
        String status,
        String origin,
        String reason,
        long amountKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable String failure,
        @Nullable String aid,
        Instant requestedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant manualReviewSince,
        @Nullable String manualReviewReason) {}
