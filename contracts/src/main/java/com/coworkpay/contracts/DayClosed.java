package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A location, or one of its resources, is closed on a day: what starts on it does not take place. Its key is the
/// location and the cancellation id; the same key with other [#contents] is unreadable.
///
/// @param day in the location's zone
/// @param resourceType with `resourceId`; both absent: the whole location
/// @param closedBy subject at the issuer, as the booking system has it
/// @param confirmed the booking system has confirmed that everybody gets the money back: no dry run waits for a person
/// @param reason for colleagues
public record DayClosed(
        String cancellationId,
        String locationId,
        LocalDate day,
        @Nullable ResourceType resourceType,
        @Nullable String resourceId,
        Instant closedAt,
        String closedBy,
        Role role,
        boolean confirmed,
        @Nullable String reason)
        implements BookingEvent {

    static DayClosed read(EventData data) {
        Person by = Person.read(data, "closedBy");
        String resourceId = data.idOrNull("resourceId");
        boolean hasType = data.jsonOrNull("resourceType") != null;
        if (hasType != (resourceId != null)) {
            throw data.unreadable(hasType ? "resourceId" : "resourceType", "given together with the other");
        }
        return new DayClosed(
                data.id("cancellationId"),
                data.locationId("locationId"),
                data.day("day"),
                hasType ? data.enumValue("resourceType", ResourceType.class) : null,
                resourceId,
                data.instant("closedAt"),
                by.id(),
                by.role(),
                data.jsonOrNull("confirmed") != null && data.booleanValue("confirmed"),
                data.textOrNull("reason", EventCancelled.MAX_REASON));
    }

    /// As of [BookingCancelled#contents].
    public String contents() {
        return Contents.of(
                "day",
                cancellationId,
                locationId,
                day,
                resourceType,
                resourceId,
                Contents.micros(closedAt),
                closedBy,
                role,
                confirmed,
                reason);
    }
}
