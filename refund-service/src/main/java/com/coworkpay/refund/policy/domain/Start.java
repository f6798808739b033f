package com.coworkpay.refund.policy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When what was paid for begins, and how that is known. Part of a decision's evidence.
///
/// @param day of a full-day booking
public record Start(Instant at, @Nullable LocalDate day, Source source, From from) {

    public enum Source {
        /// The booking has an exact start.
        EXACT,
        /// A full-day booking, taken to start at local midnight as a closed day does: opening hours are not known to
        /// this service yet.
        LOCAL_MIDNIGHT
    }

    /// Where it comes from.
    public enum From {
        PAYMENT,
        MOVE,
        CANCELLATION
    }

    public static Start exact(Instant at, From from) {
        return new Start(at, null, Source.EXACT, from);
    }

    public static Start of(LocalDate day, ZoneId zone, From from) {
        return new Start(firstMoment(day, zone), day, Source.LOCAL_MIDNIGHT, from);
    }

    /// Where the clocks skip midnight that day, the first moment after it; where it comes twice, the earlier one.
    public static Instant firstMoment(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
