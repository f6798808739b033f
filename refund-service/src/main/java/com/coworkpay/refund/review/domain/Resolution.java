package com.coworkpay.refund.review.domain;

import com.coworkpay.refund.domain.RefundStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored resolution.
///
/// @param orderAnswer what KakaoPay's order showed in the same request
/// @param status the refund's present one
public record Resolution(
        UUID resolutionId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        long amountKrw,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        Instant resolvedAt,
        String orderAnswer,
        RefundStatus status,
        byte[] fingerprint) {}
