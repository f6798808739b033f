package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one of a location's schedules says from a day on.
///
/// @param version counted from 1 for each schedule, in the order of their arrival
/// @param validFrom the first day that these hours are of
/// @param changedAt when they were set, by the clock of who set them: whoever paid before was shown those of before
/// @param hours absent: there is no such schedule from that day on
public record ScheduleVersion(
        ScheduleRef schedule,
        int version,
        LocalDate validFrom,
        Instant changedAt,
        @Nullable OpeningHours hours) {

    Start.Hours name() {
        return new Start.Hours(schedule, version);
    }
}
