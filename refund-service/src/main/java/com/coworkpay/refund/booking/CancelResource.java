package com.coworkpay.refund.booking;

import com.coworkpay.contracts.Role;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.booking.CancellationRequest.CanceledByBody;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
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

/// Cancels by REST what was booked.
@Path("/v1/locations/{locationId}/cancellations")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CancelResource {

    private final AcceptBookingRequest accept;
    private final Caller caller;
    private final CurrentActor actor;

    CancelResource(AcceptBookingRequest accept, Caller caller, CurrentActor actor) {
        this.accept = accept;
        this.caller = caller;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("BOOKING_CANCELED")
    @PermissionsAllowed({Permissions.BOOKING_MANAGE, Permissions.CANCELLATION_CREATE})
    @Operation(
            operationId = "cancelBooking",
            summary = "Cancels a booking, an event ticket or a shop order",
            description =
                    "For booking systems without Kafka. The body is the data of `booking.cancelled.v1` or of its twins, which"
                            + " it becomes: payment-service cancels pending payments, refund-service decides about paid"
                            + " ones. Payable and cancellationId are the key, whether it comes by REST or by event. A"
                            + " cancelledAt that cannot be true, and other contents under the key, are set aside. With"
                            + " `cancellation:create` alone a person cancels as an administrator, in their own name.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted. `Location` has the payable's cancellations; they show it once it was taken in")
    @APIResponse(responseCode = "400", description = "A member is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The permission is missing, or a person named somebody else")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(202)
    public Uni<RestResponse<AcceptedResponse>> cancelBooking(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam BookingHeaders headers,
            @NotNull @Valid CancellationRequest request) {
        CancellationRequest attributed = attributed(locationId, request);
        BookingRequest booking = BookingRequest.of(
                locationId, attributed, RefundAction.BOOKING_CANCELED, actor.get(), headers.key, headers.ceTime);
        return accept.accept(booking)
                .map(accepted ->
                        AcceptedResponse.answer(accepted, locationId, request.payable(), request.cancellationId()));
    }

    /// The booking system vouches for who cancelled. A person cancels in their own name, with an administrator's
    /// choice.
    private CancellationRequest attributed(String locationId, CancellationRequest request) {
        CanceledByBody stated = request.cancelledBy();
        if (caller.may(locationId, Permissions.BOOKING_MANAGE)) {
            if (stated == null) {
                throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("cancelledBy");
            }
            return request;
        }
        if (stated != null && !stated.id().equals(caller.subject())) {
            throw ProblemException.of(RefundProblem.NOT_IN_ANOTHERS_NAME).field("cancelledBy.id");
        }
        if (stated != null && stated.role() != Role.ADMIN) {
            throw ProblemException.of(RefundProblem.NOT_IN_ANOTHERS_NAME).field("cancelledBy.role");
        }
        return request.by(new CanceledByBody(caller.subject(), Role.ADMIN));
    }
}
