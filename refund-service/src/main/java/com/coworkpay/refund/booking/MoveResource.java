package com.coworkpay.refund.booking;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.domain.RefundAction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// Gives a booking another start by REST.
@Path("/v1/locations/{locationId}/moves")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MoveResource {

    private final AcceptBookingRequest accept;
    private final CurrentActor actor;

    MoveResource(AcceptBookingRequest accept, CurrentActor actor) {
        this.accept = accept;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("BOOKING_MOVED")
    @PermissionsAllowed(Permissions.BOOKING_MANAGE)
    @Operation(
            operationId = "moveBooking",
            summary = "Gives a booking another start",
            description =
                    "For booking systems without Kafka. The body is the data of `booking.moved.v1`, which it becomes. The latest"
                            + " movedAt counts, in any order of arrival.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted. `Location` has the payable's cancellations; they show it once it was taken in")
    @APIResponse(
            responseCode = "400",
            description = "A member is wrong, movedAt is in the future, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(202)
    public Uni<RestResponse<AcceptedResponse>> moveBooking(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam BookingHeaders headers,
            @NotNull @Valid MoveRequest request) {
        BookingRequest booking = BookingRequest.of(
                locationId, request, RefundAction.BOOKING_MOVED, actor.get(), headers.key, headers.ceTime);
        return accept.accept(booking)
                .map(accepted -> AcceptedResponse.answer(accepted, locationId, request.payable(), null));
    }
}
