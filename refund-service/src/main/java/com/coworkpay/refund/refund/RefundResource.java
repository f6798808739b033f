package com.coworkpay.refund.refund;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.ledger.FindRefunds;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.ledger.RefundResponse;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Refunds by an administrator.
@Path("/v1/locations/{locationId}/payments/{paymentId}/refunds")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RefundResource {

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final RequestRefund requestRefund;
    private final FindRefunds findRefunds;
    private final CurrentActor actor;

    RefundResource(RequestRefund requestRefund, FindRefunds findRefunds, CurrentActor actor) {
        this.requestRefund = requestRefund;
        this.findRefunds = findRefunds;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("REFUND_REQUESTED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "requestRefund",
            summary = "Refunds a payment, in full or in part",
            description =
                    "Stored and reserved at once, executed in the background. The same Idempotency-Key with the same"
                            + " body returns the same refund in its present status; with another body it is refused.")
    @APIResponse(responseCode = "201", description = "Requested")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "404", description = "No such payment is known to be paid at this location")
    @APIResponse(
            responseCode = "409",
            description = "The balance is stale, nothing is left, or the payment is not known yet")
    @APIResponse(responseCode = "422", description = "More than what is left, or the key was used for another body")
    @ResponseStatus(201)
    public Uni<RestResponse<RefundResponse>> request(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, chosen by the caller")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid RefundRequest request) {
        NewRefund newRefund = new NewRefund(
                locationId,
                PathIds.uuid(paymentId),
                request.amountKrw(),
                request.balanceKrw(),
                request.reason(),
                request.note(),
                actor.get(),
                checked(idempotencyKey));
        return requestRefund.request(newRefund).chain(id -> created(newRefund, id));
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return key;
    }

    private Uni<RestResponse<RefundResponse>> created(NewRefund newRefund, UUID refundId) {
        URI there = URI.create("/v1/locations/" + newRefund.locationId() + "/payments/" + newRefund.paymentId()
                + "/refunds/" + refundId);
        return findRefunds
                .one(newRefund.locationId(), newRefund.paymentId(), refundId)
                .map(found -> found.map(RefundResponse::of).orElseThrow(PathIds::notFound))
                .map(view -> RestResponse.ResponseBuilder.<RefundResponse>created(there)
                        .header("Cache-Control", "no-store")
                        .entity(view)
                        .build());
    }
}
