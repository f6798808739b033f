package com.coworkpay.payment.booking;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// The booking system has cancelled what is, or was to be, paid for.
///
/// @param canceledAt when it was cancelled, not when this was heard
record PayableCanceled(
        String cancellationId, String locationId, PayableType type, String payableId, OffsetDateTime canceledAt) {

    /// @param expected the kind of payable that the event's type speaks of
    /// @throws UnreadableEvent for data that does not fit the contract
    static PayableCanceled read(JsonNode data, PayableType expected) {
        String type = text(data.path("payable"), "type");
        if (!type.equals(expected.name())) {
            throw new UnreadableEvent("payable.type does not fit the event's type");
        }
        return new PayableCanceled(
                text(data, "cancellationId"),
                text(data, "locationId"),
                expected,
                text(data.path("payable"), "id"),
                instant(data, "cancelledAt"));
    }

    private static OffsetDateTime instant(JsonNode data, String name) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text(data, name));
            if (at.getYear() < 1970 || at.getYear() > 9999) {
                throw new UnreadableEvent(name + " is out of range");
            }
            return at;
        } catch (DateTimeException e) {
            throw new UnreadableEvent(name + " is no RFC 3339 instant");
        }
    }

    private static String text(JsonNode from, String name) {
        JsonNode value = from.path(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > 200
                || value.textValue().indexOf('\0') >= 0) {
            throw new UnreadableEvent(name + " is missing or no text");
        }
        return value.textValue();
    }
}
