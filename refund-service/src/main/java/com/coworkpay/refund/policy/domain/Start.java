package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When what was paid for begins, and how that is known. Part of a decision's evidence.
///
/// @param day of a full-day booking
/// @param hours the schedule that says so; absent where the start is exact
public record Start(
        Instant at,
        @Nullable LocalDate day,
        Source source,
        From from,
        @Nullable Hours hours) {

    public enum Source {
        /// The booking has an exact start.
        EXACT,
        /// A full-day booking begins when its resource opens that day.
        OPENING_TIME,
        /// It is closed that day: local midnight.
        CLOSED_DAY,
        /// The location has no opening hours, by its own word: local midnight.
        NO_SCHEDULE
    }

    /// Where it comes from.
    public enum From {
        PAYMENT,
        MOVE,
        CANCELLATION
    }

    /// @param version of the schedule, as its location counts them
    public record Hours(ScheduleRef schedule, int version) {}

    public static Start exact(Instant at, From from) {
        return new Start(at, null, Source.EXACT, from, null);
    }
}
