package com.coworkpay.refund.booking;

import java.time.Instant;
import java.util.UUID;

/// A request that was accepted, and the event that it became.
record AcceptedEvent(UUID eventId, String type, Instant acceptedAt, String requestHash) {

    boolean isOf(BookingRequest request) {
        return requestHash.equals(request.hash());
    }
}
