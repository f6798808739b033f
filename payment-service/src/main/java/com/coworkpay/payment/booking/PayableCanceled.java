package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.EventFields;
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
        String type = EventFields.text(data.path("payable"), "type");
        if (!type.equals(expected.name())) {
            throw new UnreadableEvent("payable.type does not fit the event's type");
        }
        return new PayableCanceled(
                EventFields.text(data, "cancellationId"),
                EventFields.text(data, "locationId"),
                expected,
                EventFields.text(data.path("payable"), "id"),
                EventFields.instant(data, "cancelledAt"),
                traceparent);
    }
}
