package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import java.time.Instant;

/// A person let a cancellation through that had been set aside: it counts from now on, whatever its time and whatever
/// was received before. refund-service publishes it on `refund.events`.
///
/// @param contents as [BookingCancelled#contents()] has it
public record CancellationReleased(String cancellationId, PayableRef payable, Instant cancelledAt, String contents) {

    public static final String TYPE = EventTypes.CANCELLATION_RELEASED;

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static CancellationReleased read(EventData data) {
        return new CancellationReleased(
                data.id("cancellationId"),
                PayableRef.read(data, data.object("payable").enumValue("type", PayableType.class)),
                data.instant("cancelledAt"),
                data.text("contents"));
    }
}
