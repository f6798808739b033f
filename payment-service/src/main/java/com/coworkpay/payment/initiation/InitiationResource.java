package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.platform.audit.Unaudited;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Begins payments, for machine callers.
@Path("/v1/locations/{locationId}/payments")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class InitiationResource {

    private final InitiatePayment initiatePayment;
    private final Caller caller;

    InitiationResource(InitiatePayment initiatePayment, Caller caller) {
        this.initiatePayment = initiatePayment;
        this.caller = caller;
    }

    @POST
    @Cancellable(false)
    @Unaudited("The payment is the record, with its caller, key and trace, and is never removed")
    @PermissionsAllowed(Permissions.PAYMENT_CREATE)
    @Operation(
            operationId = "initiatePayment",
            summary = "Initiates a payment",
            description = "The same Idempotency-Key with the same body gets the same response. With another body it is"
                    + " rejected. While the first request is in progress it gets 409 with Retry-After.")
    @APIResponseSchema(
            value = InitiatePaymentResponse.class,
            responseCode = "201",
            responseDescription = "Initiated: send the payer to redirectUrl")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(
            responseCode = "409",
            description = "Rejected; the problem's type is the reason, Retry-After the time after which to retry")
    @APIResponse(
            responseCode = "422",
            description = "The key was used for another body, or KakaoPay declined the payment")
    @APIResponse(responseCode = "502", description = "The location's KakaoPay account must be put right")
    @APIResponse(responseCode = "503", description = "KakaoPay is unavailable: the same key may be sent again")
    @ResponseStatus(201)
    public Uni<RestResponse<InitiatePaymentResponse>> initiate(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, of the caller's choice")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid PaymentRequest request) {
        IdempotencyKey key = IdempotencyKey.of(caller.subject(), idempotencyKey);
        return initiatePayment
                .initiate(key, PaymentRequestMapper.read(locationId, request))
                .map(InitiationResource::created);
    }

    private static RestResponse<InitiatePaymentResponse> created(Payment initiated) {
        URI there = URI.create("/v1/locations/" + initiated.locationId() + "/payments/" + initiated.id());
        return RestResponse.ResponseBuilder.<InitiatePaymentResponse>created(there)
                .header("Cache-Control", "no-store")
                .entity(InitiatePaymentResponse.of(initiated))
                .build();
    }
}
