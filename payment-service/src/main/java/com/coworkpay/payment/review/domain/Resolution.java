package com.coworkpay.payment.review.domain;

import com.coworkpay.payment.domain.PublicStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person ended, as it is kept for ever.
///
/// @param orderAnswer what KakaoPay's order said in the same act
/// @param status how the payment stands now: what KakaoPay showed since then wins
public record Resolution(
        UUID resolutionId,
        UUID paymentId,
        ResolutionOutcome outcome,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        Instant resolvedAt,
        String orderAnswer,
        PublicStatus status,
        byte[] fingerprint) {}
