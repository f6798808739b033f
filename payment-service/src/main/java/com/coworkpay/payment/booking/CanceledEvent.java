package com.coworkpay.payment.booking;

import com.coworkpay.contracts.EventCancelled;
import org.jspecify.annotations.Nullable;

/// An event of which no ticket is to be paid any more.
///
/// @param traceparent of the booking system's event
record CanceledEvent(
        String locationId, String eventId, @Nullable String traceparent) {

    static CanceledEvent of(EventCancelled event, @Nullable String traceparent) {
        return new CanceledEvent(event.locationId(), event.eventId(), traceparent);
    }
}
