package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A whole event was cancelled: all of its tickets. Its key is the location and the cancellation id; the same key with
/// other [#contents] is unreadable.
///
/// @param cancelledBy subject at the issuer, as the booking system has it
/// @param confirmed the booking system has confirmed that everybody gets the money back: no dry run waits for a person
/// @param reason for colleagues
public record EventCancelled(
        String cancellationId,
        String locationId,
        String eventId,
        Instant cancelledAt,
        String cancelledBy,
        Role role,
        boolean confirmed,
        @Nullable String reason)
        implements BookingEvent {

    static EventCancelled read(EventData data) {
        Person by = Person.read(data, "cancelledBy");
        return new EventCancelled(
                data.id("cancellationId"),
                data.locationId("locationId"),
                data.id("eventId"),
                data.instant("cancelledAt"),
                by.id(),
                by.role(),
                data.jsonOrNull("confirmed") != null && data.booleanValue("confirmed"),
                data.textOrNull("reason", MAX_REASON));
    }

    /// The longest reason, in code points.
    static final int MAX_REASON = 500;

    /// As of [BookingCancelled#contents].
    public String contents() {
        return Contents.of(
                "event",
                cancellationId,
                locationId,
                eventId,
                Contents.micros(cancelledAt),
                cancelledBy,
                role,
                confirmed,
                reason);
    }
}
