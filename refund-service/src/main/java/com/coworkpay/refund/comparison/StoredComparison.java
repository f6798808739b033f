package com.coworkpay.refund.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comparison of a period, with what its payments' results add up to.
///
/// @param payments in all
/// @param compared of them, with or without an answer
record StoredComparison(
        UUID id,
        ComparisonStatus status,
        LocalDate fromDay,
        LocalDate toDay,
        String timezone,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String stoppedBy,
        int payments,
        long compared,
        long matching,
        long recorded,
        long outsideKrw,
        long lateKrw,
        long unexplained,
        long underWay,
        long noAnswer) {}
