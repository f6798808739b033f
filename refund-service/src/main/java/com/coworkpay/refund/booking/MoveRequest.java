package com.coworkpay.refund.booking;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The data of `booking.moved.v1` (docs/contracts/schemas/booking-moved.v1.json).
@Schema(name = "MoveRequest", examples = """
                {"payable": {"type": "BOOKING", "id": "booking-17"}, "movedAt": "2026-12-01T09:00:00+09:00",
                 "startAt": "2026-12-04T14:00:00+09:00"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoveRequest(
        @Schema(description = "As in the path, if it is given") @Nullable
        String locationId,

        @Schema(description = "A BOOKING") @NotNull @Valid PayableBody payable,

        @Schema(description = "RFC 3339. Of several moves the latest counts")
        @NotNull
        @Pattern(regexp = EventData.INSTANT_FORM)
        String movedAt,

        @Schema(description = "The new start, or day instead") @Pattern(regexp = EventData.INSTANT_FORM) @Nullable
        String startAt,

        @Schema(description = "Instead of startAt: a whole day in the location's zone")
        @Pattern(regexp = EventData.DAY_FORM)
        @Nullable
        String day)
        implements BookingBody {

    @Override
    public String type() {
        return "booking.moved.v1";
    }
}
