package com.coworkpay.refund.comparison;

import com.coworkpay.refund.domain.ComparisonOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a comparison found of one payment.
record ComparedPayment(
        UUID paymentId,
        String description,
        Instant approvedAt,
        long totalKrw,
        ComparisonOutcome outcome,
        long outsideKrw,
        long lateKrw,
        long missingKrw,
        @Nullable String answer,
        Instant comparedAt) {}
