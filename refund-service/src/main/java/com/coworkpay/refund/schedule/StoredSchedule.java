package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The row of a version of a schedule.
///
/// @param resourceType empty but for a resource, and so is the id
/// @param hours as JSON; absent where there is no such schedule from that day on
record StoredSchedule(
        ScheduleRef.Kind kind,
        String resourceType,
        String resourceId,
        int version,
        LocalDate validFrom,
        Instant changedAt,
        @Nullable String hours,
        String changedBy) {

    ScheduleRef schedule() {
        return resourceType.isEmpty()
                ? new ScheduleRef(kind, null, null)
                : ScheduleRef.ofResource(ResourceType.valueOf(resourceType), resourceId);
    }

    @Nullable
    OpeningHours openingHours() {
        return hours == null ? null : OpeningHours.of(hours);
    }
}
