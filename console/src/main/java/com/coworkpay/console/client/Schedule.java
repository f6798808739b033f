package com.coworkpay.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A version of a location's opening hours.
///
/// @param kind DEFAULT, PUBLIC or RESOURCE
/// @param validFrom the first day that these hours are of
/// @param weekly the windows of each weekday; absent: no such schedule from that day on
public record Schedule(
        String kind,
        @Nullable String resourceType,
        @Nullable String resourceId,
        int version,
        LocalDate validFrom,
        Instant changedAt,
        String changedBy,
        @Nullable Map<String, List<Window>> weekly,
        @Nullable List<LocalDate> closedDays) {

    /// Local times.
    public record Window(String opens, String closes) {}

    public record Page(List<Schedule> schedules, @Nullable String nextCursor) {}

    public record Change(
            String validFrom,
            Map<String, List<Window>> weekly,
            @Nullable List<String> closedDays) {}

    /// As it is typed: `09:00-12:00, 13:00-18:00`. Empty where it is closed.
    public String windows(String weekday) {
        return weekly == null
                ? ""
                : String.join(
                        ", ",
                        weekly.getOrDefault(weekday, List.of()).stream()
                                .map(window -> window.opens() + "-" + window.closes())
                                .toList());
    }
}
