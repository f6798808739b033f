package com.coworkpay.refund.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of how a person ended a refund, with evidence: written once.
///
/// @param approvedBy another person; absent where it is not above a limit, `approvalLimitKrw`
/// @param orderAnswer what KakaoPay's order showed in the same request
public record Resolution(
        UUID id,
        UUID refundId,
        UUID paymentId,
        ResolutionOutcome outcome,
        long amountKrw,
        String evidence,
        @Nullable String note,
        String orderAnswer,
        String resolvedBy,
        String idempotencyKey,
        String requestHash,
        Instant resolvedAt,
        @Nullable String traceparent,
        @Nullable String approvedBy,
        @Nullable Long approvalLimitKrw,
        @Nullable String approvalNote) {}
