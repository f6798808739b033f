package com.coworkpay.refund.comparison;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment that was taken to be compared.
///
/// @param comparisonId of the comparison of a period that it is taken for; null: it is due by its age, or a person
///     requested it alone
/// @param takenAt first, by the database's clock
/// @param attempts in that comparison, with this one
record DueComparison(
        UUID paymentId,
        String merchantAccountId,
        Instant approvedAt,
        int step,
        @Nullable Instant unexplainedSince,
        Instant takenAt,
        @Nullable UUID comparisonId,
        int attempts) {}
