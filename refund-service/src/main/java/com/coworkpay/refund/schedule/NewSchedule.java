package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ScheduleChanged;
import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Opening hours that a person or a machine sets.
///
/// @param changedAt absent: now, by the database's clock
/// @param hours absent: no such schedule from that day on
/// @param changedBy the subject of who asked, or the booking system
public record NewSchedule(
        String locationId,
        ScheduleRef schedule,
        LocalDate validFrom,
        @Nullable Instant changedAt,
        @Nullable OpeningHours hours,
        String changedBy) {

    private static final String BOOKING_SYSTEM = "booking-system";

    public static NewSchedule of(ScheduleChanged event) {
        return new NewSchedule(
                event.locationId(),
                event.schedule(),
                event.validFrom(),
                event.changedAt(),
                event.hours(),
                BOOKING_SYSTEM);
    }
}
