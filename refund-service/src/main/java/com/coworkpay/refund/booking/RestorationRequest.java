package com.coworkpay.refund.booking;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The data of `booking.restored.v1`, `event_ticket.restored.v1` and `shop_order.restored.v1`
/// (docs/contracts/schemas/booking-restored.v1.json). Which of them it is, the payable's type says.
@Schema(name = "RestorationRequest", examples = """
                {"payable": {"type": "BOOKING", "id": "booking-17"}, "restoredAt": "2026-12-01T10:00:00+09:00",
                 "cancellationId": "cancel-17"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestorationRequest(
        @Schema(description = "As in the path, if it is given") @Nullable
        String locationId,

        @NotNull @Valid PayableBody payable,

        @Schema(description = "RFC 3339. Compared with cancelledAt: later cancellations stand")
        @NotNull
        @Pattern(regexp = EventData.INSTANT_FORM)
        String restoredAt,

        @Schema(
                description = "The cancellation that is taken back; without it all of the payable's",
                minLength = 1,
                maxLength = 200)
        @Nullable
        String cancellationId)
        implements BookingBody {

    @Override
    public String type() {
        return BookingBody.typeOf(payable.type(), "restored");
    }
}
