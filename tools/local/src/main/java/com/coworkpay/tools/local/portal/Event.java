package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/// What the booking system tells on `booking.events` (docs/contracts/asyncapi.yaml).
///
/// @param id the same however often it is told
record Event(String type, String id, JsonObject data) {
    static Event cancelled(Order order) {
        var cancellation = Objects.requireNonNull(order.cancellation());
        var data = about(order)
                .put("cancellationId", cancellation.id())
                .put("cancelledAt", cancellation.at().toString())
                .put(
                        "cancelledBy",
                        new JsonObject().put("id", cancellation.by()).put("role", cancellation.role()));
        if (order.offer() == Offer.BEANS) {
            data.put("orderState", order.orderState());
        }
        if (cancellation.refund() != null) {
            var choice = new JsonObject().put("refund", cancellation.refund());
            if (cancellation.refund().equals("AMOUNT")) {
                choice.put("amountKrw", cancellation.amountKrw());
            }
            data.put("choice", choice);
        }
        return of(order, "cancelled", data);
    }

    static Event moved(Order order, Instant at) {
        var data = about(order).put("movedAt", text(at));
        order.slot().putInto(data);
        return of(order, "moved", data);
    }

    static Event restored(Order order, Instant at) {
        return of(order, "restored", about(order).put("restoredAt", text(at)));
    }

    /// All tickets of an event, by one event: their refunds are one batch, which a person confirms in the console.
    static Event eventCancelled(String location, String eventId, Instant at) {
        var data = together(location, "event-" + eventId, at, "cancelledBy")
                .put("eventId", eventId)
                .put("cancelledAt", text(at));
        return new Event("event.cancelled.v1", UUID.randomUUID().toString(), data);
    }

    /// All that starts on a day.
    static Event dayClosed(String location, LocalDate day, Instant at) {
        var data = together(location, "day-" + day, at, "closedBy")
                .put("day", day.toString())
                .put("closedAt", text(at));
        return new Event("location.day_closed.v1", UUID.randomUUID().toString(), data);
    }

    private static JsonObject together(String location, String what, Instant at, String by) {
        return new JsonObject()
                .put("cancellationId", what + "-" + at.toEpochMilli())
                .put("locationId", location)
                .put(by, new JsonObject().put("id", Member.ADMINISTRATOR).put("role", Cancellation.ADMIN));
    }

    private static Event of(Order order, String what, JsonObject data) {
        String type = order.offer().payableType().toLowerCase(Locale.ROOT) + "." + what + ".v1";
        return new Event(type, UUID.randomUUID().toString(), data);
    }

    private static JsonObject about(Order order) {
        return new JsonObject()
                .put("locationId", order.location())
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", order.offer().payableType())
                                .put("id", order.id()));
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    JsonObject json() {
        return new JsonObject().put("type", type).put("id", id).put("data", data);
    }

    static Event of(JsonObject json) {
        return new Event(json.getString("type"), json.getString("id"), json.getJsonObject("data"));
    }
}
