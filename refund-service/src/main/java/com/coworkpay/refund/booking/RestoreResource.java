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

/// Takes cancellations back by REST.
@Path("/v1/locations/{locationId}/restorations")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RestoreResource {

    private final AcceptBookingRequest accept;
    private final CurrentActor actor;

    RestoreResource(AcceptBookingRequest accept, CurrentActor actor) {
        this.accept = accept;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("BOOKING_RESTORED")
    @PermissionsAllowed(Permissions.BOOKING_MANAGE)
    @Operation(
            operationId = "restoreBooking",
            summary = "Takes cancellations back",
            description =
                    "For booking systems without Kafka. The body is the data of `booking.restored.v1` or of its twins, which it"
                            + " becomes: the payable can be paid again, and what is not decided yet is not refunded."
                            + " Refunds made or under way stay.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted. `Location` has the payable's cancellations; they show it once it was taken in")
    @APIResponse(
            responseCode = "400",
            description = "A member is wrong, restoredAt cannot be true, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(202)
    public Uni<RestResponse<AcceptedResponse>> restoreBooking(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam BookingHeaders headers,
            @NotNull @Valid RestorationRequest request) {
        BookingRequest booking = BookingRequest.of(
                locationId, request, RefundAction.BOOKING_RESTORED, actor.get(), headers.key, headers.ceTime);
        return accept.accept(booking)
                .map(accepted ->
                        AcceptedResponse.answer(accepted, locationId, request.payable(), request.cancellationId()));
    }
}
