package com.coworkpay.refund.comparison;

import com.coworkpay.platform.audit.Unaudited;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.ledger.PathIds;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// A person compares one payment with KakaoPay now.
@Path("/v1/locations/{locationId}/payments/{paymentId}/comparisons")
@Tag(name = "Comparisons", description = "Cancels made in KakaoPay's dashboard are found by asking KakaoPay.")
@Produces(MediaType.APPLICATION_JSON)
class PaymentComparisonResource {

    private final ComparePayments comparePayments;

    PaymentComparisonResource(ComparePayments comparePayments) {
        this.comparePayments = comparePayments;
    }

    @POST
    @Cancellable(false)
    @Unaudited("it asks KakaoPay; what it finds is recorded as made outside, with its event")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "comparePayment",
            summary = "Compares a payment with KakaoPay now",
            description =
                    "One order inquiry; what KakaoPay canceled and is not recorded here is recorded as made outside. No call"
                            + " that moves money is made.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "404", description = "No such payment is known to be paid at this location")
    @APIResponse(
            responseCode = "409",
            description = "It began recently and is not known to be paid yet; see Retry-After")
    @APIResponse(
            responseCode = "429",
            description = "The last comparison was just now, or the day's quota is used up; see Retry-After")
    public Uni<RestResponse<PaymentComparisonResponse>> compare(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId) {
        return comparePayments
                .compareNow(locationId, PathIds.uuid(paymentId))
                .map(PaymentComparisonResponse::of)
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
