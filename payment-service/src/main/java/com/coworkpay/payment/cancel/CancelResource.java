package com.coworkpay.payment.cancel;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.query.FindPayment;
import com.coworkpay.payment.query.PathIds;
import com.coworkpay.payment.query.PaymentReader;
import com.coworkpay.payment.query.PaymentResponse;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// Cancels payments that nobody has paid. The annotation alone cannot decide here: a payer has no permission at any
/// location, only payments.
@Path("/v1/locations/{locationId}/payments/{paymentId}/cancel")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
class CancelResource {

    private final CancelUnpaidPayment cancelUnpaidPayment;
    private final FindPayment findPayment;
    private final Caller caller;
    private final CurrentActor actor;

    CancelResource(
            CancelUnpaidPayment cancelUnpaidPayment, FindPayment findPayment, Caller caller, CurrentActor actor) {
        this.cancelUnpaidPayment = cancelUnpaidPayment;
        this.findPayment = findPayment;
        this.caller = caller;
        this.actor = actor;
    }

    @POST
    @Authenticated
    @Cancellable(false)
    @Audited("PAYMENT_CANCELED")
    @Operation(
            operationId = "cancelPayment",
            summary = "Cancels a payment that nobody has paid",
            description =
                    "For payment:create and payment:resolve at the location, and for the payer themselves. It moves"
                            + " no money: one that is paid is refunded instead. One that is canceled already stays as it is.")
    @APIResponseSchema(
            value = PaymentResponse.class,
            responseCode = "200",
            responseDescription = "The canceled payment")
    @APIResponse(responseCode = "404", description = "No such payment, or none that this caller may see")
    @APIResponse(
            responseCode = "409",
            description =
                    "Paid, failed, or being checked; the problem's type says which, Retry-After when to look again")
    public Uni<RestResponse<PaymentResponse>> cancel(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId) {
        boolean isOfTheLocation = caller.may(locationId, Permissions.PAYMENT_CREATE)
                || caller.may(locationId, Permissions.PAYMENT_RESOLVE);
        String subject = caller.subject();
        Predicate<Payment> mayCancel = payment -> payment.locationId().equals(locationId)
                && (isOfTheLocation || payment.payerId().equals(subject));
        // Whoever may cancel it is told of it.
        PaymentReader reader = new PaymentReader(
                locationId, null, caller.may(locationId, Permissions.PAYMENT_READ), PathIds.notFound());
        return cancelUnpaidPayment
                .cancel(
                        PathIds.payment(paymentId),
                        mayCancel,
                        isOfTheLocation ? Reason.CANCELED_BY_LOCATION : Reason.PAYER_ABORTED,
                        () -> isOfTheLocation ? PathIds.notFound() : caller.refusal(locationId),
                        actor.get())
                .chain(canceled -> findPayment.find(reader, canceled.id()))
                .map(response -> RestResponse.ResponseBuilder.ok(response)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
