package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A booking, a ticket or an order was cancelled. Its key is the payable and the cancellation id: the same id for
/// another payable is another cancellation. The same key with other [#contents] is set aside.
///
/// @param cancelledAt the booking system's clock; deadlines are compared with it
/// @param startAt the payable's present start, if it is given
/// @param day of a full-day booking, instead of `startAt`
/// @param orderState of a shop order
/// @param choice of an administrator who cancelled
public record BookingCancelled(
        String cancellationId,
        PayableRef payable,
        Instant cancelledAt,
        String cancelledBy,
        Role role,
        @Nullable Instant startAt,
        @Nullable LocalDate day,
        @Nullable String orderState,
        @Nullable RefundChoice choice)
        implements BookingEvent {

    static BookingCancelled read(EventData data, PayableType type) {
        Person by = Person.read(data, "cancelledBy");
        Instant startAt = data.instantOrNull("startAt");
        LocalDate day = data.dayOrNull("day");
        if (startAt != null && day != null) {
            throw data.unreadable("day", "absent beside startAt");
        }
        return new BookingCancelled(
                data.id("cancellationId"),
                PayableRef.read(data, type),
                data.instant("cancelledAt"),
                by.id(),
                by.role(),
                startAt,
                day,
                type == PayableType.SHOP_ORDER ? data.text("orderState") : data.textOrNull("orderState"),
                RefundChoice.read(data, by.role()));
    }

    /// A digest of everything it says: equal for the same cancellation however its event was written, another one
    /// where anything differs. Members that the contract does not know do not count.
    public String contents() {
        return Contents.of(
                cancellationId,
                payable.locationId(),
                payable.type(),
                payable.id(),
                Contents.micros(cancelledAt),
                cancelledBy,
                role,
                startAt == null ? null : Contents.micros(startAt),
                day,
                orderState,
                choice == null ? null : choice.kind(),
                choice == null ? null : choice.amountKrw());
    }
}
