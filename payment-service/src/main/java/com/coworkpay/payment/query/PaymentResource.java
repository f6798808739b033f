package com.coworkpay.payment.query;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Reads payments. The annotation alone cannot decide here: a payer has no permission at any location, only payments.
@Path("/v1/locations/{locationId}/payments/{paymentId}")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
class PaymentResource {

    private final FindPayment findPayment;
    private final Caller caller;

    PaymentResource(FindPayment findPayment, Caller caller) {
        this.findPayment = findPayment;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getPayment",
            summary = "Reads a payment",
            description = "For payment:read and payment:create at the location, and for the payer themselves.")
    @APIResponseSchema(value = PaymentResponse.class, responseCode = "200", responseDescription = "The payment")
    @APIResponse(responseCode = "404", description = "No such payment, or none that this caller may see")
    public Uni<RestResponse<PaymentResponse>> get(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId) {
        return findPayment
                .find(PaymentReader.of(caller, locationId), PathIds.payment(paymentId))
                .map(response -> RestResponse.ResponseBuilder.ok(response)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
