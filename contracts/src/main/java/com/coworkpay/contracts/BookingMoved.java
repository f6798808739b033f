package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A booking got another start. Of several the latest `movedAt` counts.
public record BookingMoved(
        PayableRef payable,
        Instant movedAt,
        @Nullable Instant startAt,
        @Nullable LocalDate day) implements BookingEvent {

    static BookingMoved read(EventData data) {
        Instant startAt = data.instantOrNull("startAt");
        LocalDate day = data.dayOrNull("day");
        if ((startAt == null) == (day == null)) {
            throw data.unreadable("startAt", "given, or day instead of it");
        }
        return new BookingMoved(PayableRef.read(data, PayableType.BOOKING), data.instant("movedAt"), startAt, day);
    }
}
