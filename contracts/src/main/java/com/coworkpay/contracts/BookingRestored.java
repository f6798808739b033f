package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The booking system took cancellations back: the payable can be paid again.
///
/// @param restoredAt the booking system's clock: cancellations of a later moment stand
/// @param cancellationId the only one that is taken back; all of the payable's where it is absent
public record BookingRestored(
        PayableRef payable, Instant restoredAt, @Nullable String cancellationId) implements BookingEvent {

    static BookingRestored read(EventData data, PayableType type) {
        return new BookingRestored(
                PayableRef.read(data, type), data.instant("restoredAt"), data.idOrNull("cancellationId"));
    }
}
