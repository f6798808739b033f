package com.coworkpay.payment.review;

import com.coworkpay.payment.query.FindPayment;
import com.coworkpay.payment.query.PathIds;
import com.coworkpay.payment.query.PaymentReader;
import com.coworkpay.payment.query.PaymentResponse;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// A person requests an order inquiry.
@Path("/v1/locations/{locationId}/payments/{paymentId}/inquiry")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
class OrderInquiryResource {

    private final InquireOrder inquireOrder;
    private final FindPayment findPayment;
    private final Caller caller;
    private final CurrentActor actor;

    OrderInquiryResource(InquireOrder inquireOrder, FindPayment findPayment, Caller caller, CurrentActor actor) {
        this.inquireOrder = inquireOrder;
        this.findPayment = findPayment;
        this.caller = caller;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("INQUIRY_REQUESTED")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "requestPaymentInquiry",
            summary = "Makes an order inquiry about a payment now",
            description = "The result is recorded as that of a scheduled inquiry is. No call that moves money is made.")
    @APIResponseSchema(
            value = PaymentResponse.class,
            responseCode = "200",
            responseDescription = "The payment after the inquiry")
    @APIResponse(responseCode = "404", description = "No such payment at this location")
    @APIResponse(
            responseCode = "429",
            description = "An inquiry was made just now; Retry-After is the time after which to retry")
    public Uni<RestResponse<PaymentResponse>> inquire(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId) {
        UUID id = PathIds.payment(paymentId);
        return inquireOrder
                .inquire(locationId, id, actor.get())
                .chain(() -> findPayment.find(PaymentReader.of(caller, locationId), id))
                .map(response -> RestResponse.ResponseBuilder.ok(response)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
