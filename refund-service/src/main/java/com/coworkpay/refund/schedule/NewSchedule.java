package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ScheduleChanged;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.refund.domain.RefundAction;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Opening hours that a person or a machine sets.
///
/// @param changedAt absent: now, by the database's clock
/// @param hours absent: no such schedule from that day on
/// @param actor who asked; absent: the booking system, by an event
public record NewSchedule(
        String locationId,
        ScheduleRef schedule,
        LocalDate validFrom,
        @Nullable Instant changedAt,
        @Nullable OpeningHours hours,
        @Nullable Actor actor) {

    private static final String BOOKING_SYSTEM = "booking-system";

    public static NewSchedule of(ScheduleChanged event) {
        return new NewSchedule(
                event.locationId(), event.schedule(), event.validFrom(), event.changedAt(), event.hours(), null);
    }

    String changedBy() {
        return actor == null ? BOOKING_SYSTEM : actor.subject();
    }

    /// @param before the newest version
    @Nullable
    AuditEntry audit(@Nullable StoredSchedule before) {
        return actor == null
                ? null
                : AuditEntry.done(
                                hours == null ? RefundAction.SCHEDULE_REMOVED : RefundAction.SCHEDULE_CHANGED,
                                actor,
                                AuditedObject.of(locationId, ObjectType.SCHEDULE, name()))
                        .changed("validFrom", before == null ? null : before.validFrom(), validFrom)
                        .changed("hours", before == null ? null : text(before.openingHours()), text(hours));
    }

    private static @Nullable String text(@Nullable OpeningHours hours) {
        return hours == null ? null : hours.json().toString();
    }

    private String name() {
        var type = schedule.resourceType();
        return type == null ? schedule.kind().name() : type + "/" + schedule.resourceId();
    }
}
