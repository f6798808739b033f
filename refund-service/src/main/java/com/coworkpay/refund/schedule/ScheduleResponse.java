package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of a schedule: what it says from a day on.
@Schema(name = "ScheduleResponse")
record ScheduleResponse(
        ScheduleRef.Kind kind,

        @Schema(description = "Of a resource's own schedule alone") @Nullable
        ResourceType resourceType,

        @Schema(description = "Of a resource's own schedule alone") @Nullable
        String resourceId,

        @Schema(description = "Counted from 1 for each schedule")
        int version,

        @Schema(description = "The first day that these hours are of")
        LocalDate validFrom,

        @Schema(description = "Bookings that were paid for before were shown the hours of before")
        Instant changedAt,

        String changedBy,

        @Schema(description = "The windows of each weekday; null: no such schedule from that day on") @Nullable
        Map<DayOfWeek, List<ScheduleRequest.WindowBody>> weekly,

        @Schema(description = "Closed in spite of their weekday; null where there are no hours") @Nullable
        List<LocalDate> closedDays) {

    static ScheduleResponse of(StoredSchedule stored) {
        OpeningHours hours = stored.openingHours();
        ScheduleRef schedule = stored.schedule();
        return new ScheduleResponse(
                schedule.kind(),
                schedule.resourceType(),
                schedule.resourceId(),
                stored.version(),
                stored.validFrom(),
                stored.changedAt().truncatedTo(ChronoUnit.MILLIS),
                stored.changedBy(),
                hours == null ? null : weekly(hours),
                hours == null ? null : List.copyOf(hours.closedDays()));
    }

    private static Map<DayOfWeek, List<ScheduleRequest.WindowBody>> weekly(OpeningHours hours) {
        var weekly = new LinkedHashMap<DayOfWeek, List<ScheduleRequest.WindowBody>>();
        hours.weekly()
                .forEach((weekday, windows) -> weekly.put(
                        weekday,
                        windows.stream()
                                .map(window -> new ScheduleRequest.WindowBody(window.opensText(), window.closesText()))
                                .toList()));
        return weekly;
    }
}
