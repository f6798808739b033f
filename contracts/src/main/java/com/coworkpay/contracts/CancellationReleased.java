package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.UUID;

/// A person let a cancellation through that had been set aside: it counts from now on, whatever its time and whatever
/// was received before. refund-service publishes it on `refund.events`
/// (docs/contracts/schemas/cancellation-released.v1.json).
///
/// @param cancelledAt with all of its digits: it is compared with restorations
/// @param contents as [BookingCancelled#contents()] has it
/// @param reason the name of a [SetAsideReason]; it may be one that this process does not know
public record CancellationReleased(
        UUID setAsideId,
        String locationId,
        RefundStateV1.Payable payable,
        String cancellationId,

        @JsonSerialize(using = EventJson.AllDigits.class) Instant cancelledAt,

        String contents,
        String reason,
        Instant releasedAt) {

    public static final String TYPE = EventTypes.CANCELLATION_RELEASED;

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static CancellationReleased read(EventData data) {
        EventData payable = data.object("payable");
        return new CancellationReleased(
                data.uuid("setAsideId"),
                data.locationId("locationId"),
                new RefundStateV1.Payable(
                        payable.enumValue("type", PayableType.class).name(), payable.id("id")),
                data.id("cancellationId"),
                data.instant("cancelledAt"),
                data.text("contents"),
                data.text("reason"),
                data.instant("releasedAt"));
    }

    public PayableRef payableRef() {
        return new PayableRef(locationId, payable.type(), payable.id());
    }
}
