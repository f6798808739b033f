package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEventException;

/// What the booking system publishes on `booking.events`. Read in one place, so that no service takes what another
/// calls
/// unreadable.
public sealed interface BookingEvent
        permits BookingCancelled, BookingRestored, BookingMoved, ScheduleChanged, EventCancelled, DayClosed {

    /// @throws UnreadableEvent for a type that is not known, or data that does not fit the contract
    static BookingEvent read(IncomingEvent event) {
        EventData data = EventData.of(event.data());
        return switch (event.type()) {
            case "booking.cancelled.v1" -> BookingCancelled.read(data, PayableType.BOOKING);
            case "event_ticket.cancelled.v1" -> BookingCancelled.read(data, PayableType.EVENT_TICKET);
            case "shop_order.cancelled.v1" -> BookingCancelled.read(data, PayableType.SHOP_ORDER);
            case "booking.restored.v1" -> BookingRestored.read(data, PayableType.BOOKING);
            case "event_ticket.restored.v1" -> BookingRestored.read(data, PayableType.EVENT_TICKET);
            case "shop_order.restored.v1" -> BookingRestored.read(data, PayableType.SHOP_ORDER);
            case "booking.moved.v1" -> BookingMoved.read(data);
            case "location.schedule_changed.v1" -> ScheduleChanged.read(data);
            case "event.cancelled.v1" -> EventCancelled.read(data);
            case "location.day_closed.v1" -> DayClosed.read(data);
            default -> throw new UnreadableEventException("unknown type");
        };
    }
}
