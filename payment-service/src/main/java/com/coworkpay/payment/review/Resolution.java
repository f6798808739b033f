package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.PublicStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resolution, as it is stored permanently.
///
/// @param orderAnswer the answer of KakaoPay's order in the same act
/// @param status the payment's current status: what KakaoPay showed since then wins
record Resolution(
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
