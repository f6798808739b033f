package com.coworkpay.refund.review.domain;

import com.coworkpay.refund.domain.RefundStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person ended, as it is kept.
///
/// @param orderAnswer what KakaoPay's order said in the same act
/// @param status the refund's, now
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
