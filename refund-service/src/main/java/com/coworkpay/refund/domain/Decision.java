package com.coworkpay.refund.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a decision: it never changes.
///
/// @param cancellationId absent for an overpayment, as is `edition`
/// @param outcome `REFUND` or `DECLINED`
/// @param evidence every input of the rule
public record Decision(
        UUID id,
        UUID paymentId,
        String locationId,
        @Nullable String cancellationId,
        @Nullable Integer edition,
        String outcome,
        String reason,
        long amountKrw,
        @Nullable UUID refundId,
        @Nullable Instant deadlineAt,
        Map<String, Object> evidence,
        String explanationKo,
        String explanationEn,
        Instant decidedAt) {}
