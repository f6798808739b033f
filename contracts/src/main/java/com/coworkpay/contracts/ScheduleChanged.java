package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A schedule of a location holds other opening hours from a day on. What was resolved by earlier ones stays.
///
/// @param validFrom the first day, in the location's zone, that these hours are of; later versions end them
/// @param changedAt the booking system's clock: bookings that were paid for before were shown the hours of before. Of
///     several of the same first day the latest counts
/// @param hours absent: from that day on there is no such schedule. Without a default one, full days of the location
///     begin at midnight, by its own word
public record ScheduleChanged(
        String locationId,
        ScheduleRef schedule,
        LocalDate validFrom,
        Instant changedAt,
        @Nullable OpeningHours hours) implements BookingEvent {

    static ScheduleChanged read(EventData data) {
        if (!data.has("hours")) {
            throw data.unreadable("hours", "given; it is null where there is no such schedule any more");
        }
        EventData hours = data.objectOrNull("hours");
        try {
            return new ScheduleChanged(
                    data.locationId("locationId"),
                    ScheduleRef.read(data),
                    data.day("validFrom"),
                    data.instant("changedAt"),
                    hours == null ? null : OpeningHours.read(hours));
        } catch (OpeningHours.InvalidException invalid) {
            throw data.unreadable("hours." + invalid.member(), invalid.expected());
        }
    }
}
