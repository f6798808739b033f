package com.coworkpay.refund.comparison;

import com.coworkpay.refund.domain.RequestHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// A comparison of a period, as a person requests it.
///
/// @param zone of the location: its days begin there
record NewComparison(
        String locationId, LocalDate fromDay, LocalDate toDay, ZoneId zone, String requestedBy, String idempotencyKey) {

    /// The first moment of the first day.
    Instant fromAt() {
        return fromDay.atStartOfDay(zone).toInstant();
    }

    /// The first moment after the last day.
    Instant toAt() {
        return toDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    String requestHash() {
        return RequestHash.of("1", locationId, fromDay, toDay);
    }
}
