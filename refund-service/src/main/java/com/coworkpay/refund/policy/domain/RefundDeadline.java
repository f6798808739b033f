package com.coworkpay.refund.policy.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.Map;

/// So long before the start: one of the values a location can choose from. Minutes and hours are exact; days and weeks
/// are calendar days in the location's zone, so that "2 days before Tuesday 09:00" is Sunday 09:00 also when the clocks
/// were changed in between.
///
/// @param code ISO 8601, as it stands in the policy
public record RefundDeadline(String code, TemporalAmount amount) {

    private static final Map<String, TemporalAmount> CHOICES = choices();

    /// @throws IllegalArgumentException for a value that no location can choose
    public static RefundDeadline of(String code) {
        TemporalAmount amount = CHOICES.get(code);
        if (amount == null) {
            throw new IllegalArgumentException("not one of the deadlines a location can choose");
        }
        return new RefundDeadline(code, amount);
    }

    public static Iterable<String> codes() {
        return CHOICES.keySet();
    }

    /// The last moment that is in time. A local time that the zone skips that day is the same time after the gap, one
    /// that comes twice is the one with the start's own offset where there is it ([java.time.ZonedDateTime]).
    public Instant at(Instant startAt, ZoneId zone) {
        return switch (amount) {
            case Period days -> startAt.atZone(zone).minus(days).toInstant();
            case Duration exact -> startAt.minus(exact);
            default -> throw new DateTimeException("neither days nor hours: " + code);
        };
    }

    private static Map<String, TemporalAmount> choices() {
        Map<String, TemporalAmount> choices = new LinkedHashMap<>();
        for (String exact : new String[] {"PT0S", "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT6H", "PT12H"}) {
            choices.put(exact, Duration.parse(exact));
        }
        for (String days : new String[] {"P1D", "P2D", "P1W", "P2W", "P4W"}) {
            choices.put(days, Period.parse(days));
        }
        return choices;
    }
}
