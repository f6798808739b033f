package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The booking system has cancelled what is, or was to be, paid for.
///
/// @param canceledAt when it was cancelled, not when this was heard
/// @param traceparent of the event
record PayableCanceled(
        String cancellationId,
        String locationId,
        PayableType type,
        String payableId,
        Instant canceledAt,
        @Nullable String traceparent) {

    /// @param expected the kind of payable that the event's type speaks of
    /// @throws UnreadableEvent for data that does not fit the contract
    static PayableCanceled read(JsonNode data, PayableType expected, @Nullable String traceparent) {
        EventData told = EventData.of(data);
        EventData payable = told.object("payable");
        if (!payable.text("type").equals(expected.name())) {
            throw payable.unreadable("type", expected.name() + ", as the event's type says");
        }
        return new PayableCanceled(
                told.id("cancellationId"),
                told.id("locationId"),
                expected,
                payable.id("id"),
                told.instant("cancelledAt"),
                traceparent);
    }
}
