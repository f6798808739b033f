package com.coworkpay.contracts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/// So long before the start: the values that a location can choose from, named by ISO 8601. Minutes and hours are
/// exact; days and weeks are calendar days in the location's zone, so that "2 days before Tuesday 09:00" is Sunday
/// 09:00 also when the clocks were changed in between.
public enum RefundDeadline {
    PT0S,
    PT15M,
    PT30M,
    PT1H,
    PT2H,
    PT4H,
    PT6H,
    PT12H,
    P1D,
    P2D,
    P1W,
    P2W,
    P4W;

    private final TemporalAmount amount;

    RefundDeadline() {
        amount = name().startsWith("PT") ? Duration.parse(name()) : Period.parse(name());
    }

    /// The last moment that is in time. A local time that the zone skips that day is the same time after the gap,
    /// one that comes twice is the one with the start's own offset where there is it ([java.time.ZonedDateTime]).
    public Instant at(Instant startAt, ZoneId zone) {
        return switch (amount) {
            case Period days -> startAt.atZone(zone).minus(days).toInstant();
            case Duration exact -> startAt.minus(exact);
            default -> throw new DateTimeException("neither days nor hours: " + this);
        };
    }

    /// Days and weeks need the zone of the location.
    public TemporalAmount amount() {
        return amount;
    }
}
