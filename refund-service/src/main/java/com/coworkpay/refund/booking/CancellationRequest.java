package com.coworkpay.refund.booking;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The data of `booking.cancelled.v1`, `event_ticket.cancelled.v1` and `shop_order.cancelled.v1`
/// (docs/contracts/schemas/booking-cancelled.v1.json). Which of them it is, the payable's type says.
@Schema(name = "CancellationRequest", examples = """
                {"cancellationId": "cancel-17", "payable": {"type": "BOOKING", "id": "booking-17"},
                 "cancelledAt": "2026-12-01T09:00:00+09:00",
                 "cancelledBy": {"id": "member-8", "role": "LOCATION_MEMBER"}, "startAt": "2026-12-03T14:00:00+09:00"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CancellationRequest(
        @Schema(description = "With the payable the key of the cancellation", minLength = 1, maxLength = 200) @NotNull
        String cancellationId,

        @Schema(description = "As in the path, if it is given") @Nullable
        String locationId,

        @NotNull @Valid PayableBody payable,

        @Schema(description = "RFC 3339. Deadlines are compared with it, never with the time of arrival")
        @NotNull
        @Pattern(regexp = EventData.INSTANT_FORM)
        String cancelledAt,

        @Schema(
                description =
                        "With booking:manage required. A person cancels as an administrator: leave it out, or name yourself")
        @Valid
        @Nullable
        CanceledByBody cancelledBy,

        @Schema(description = "The present start; else the latest move before the cancellation, else that when paying")
        @Pattern(regexp = EventData.INSTANT_FORM)
        @Nullable
        String startAt,

        @Schema(description = "Instead of startAt: a whole day in the location's zone")
        @Pattern(regexp = EventData.DAY_FORM)
        @Nullable
        String day,

        @Schema(description = "Of a shop order, required: NEW until work on it begins; any other word afterwards")
        @Nullable
        String orderState,

        @Schema(description = "An administrator's own choice; without it all that is left, if automatic refunds are on")
        @Valid
        @Nullable
        ChoiceBody choice)
        implements BookingBody {

    /// Who cancelled.
    @Schema(name = "CanceledBy")
    record CanceledByBody(
            @Schema(description = "Subject at the issuer: no personal data", minLength = 1, maxLength = 255) @NotNull
            String id,

            @NotNull Role role) {}

    /// What an administrator chose to give back.
    @Schema(name = "ChoiceOfRefund")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChoiceBody(
            @NotNull RefundChoice.Kind refund,

            @Schema(
                    description = "With AMOUNT, required; more than what is left means what is left",
                    minimum = "0",
                    maximum = "9007199254740991")
            @Nullable
            Long amountKrw) {}

    @Override
    public String type() {
        return BookingBody.typeOf(payable.type(), "cancelled");
    }

    CancellationRequest by(CanceledByBody canceledBy) {
        return new CancellationRequest(
                cancellationId, locationId, payable, cancelledAt, canceledBy, startAt, day, orderState, choice);
    }
}
