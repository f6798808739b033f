package com.coworkpay.payment.review;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.query.PathIds;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.ProblemException;
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

/// A person resolves a payment in manual review.
@Path("/v1/locations/{locationId}/payments/{paymentId}/resolution")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ResolutionResource {

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final ResolvePayment resolvePayment;
    private final CurrentActor actor;

    ResolutionResource(ResolvePayment resolvePayment, CurrentActor actor) {
        this.resolvePayment = resolvePayment;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("PAYMENT_RESOLVED")
    @PermissionsAllowed(Permissions.PAYMENT_RESOLVE)
    @Operation(
            operationId = "resolvePayment",
            summary = "Resolves a payment in manual review",
            description =
                    "An order inquiry is made in the same act. No call that moves money is made. What KakaoPay shows later"
                            + " wins: money found on a payment that was resolved as not paid is refunded in full.")
    @APIResponseSchema(value = ResolutionResponse.class, responseCode = "201", responseDescription = "Resolved")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "404", description = "No such payment at this location")
    @APIResponse(
            responseCode = "409",
            description = "KakaoPay contradicts or does not confirm it, it is too early, or it is not in manual review")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(201)
    public Uni<RestResponse<ResolutionResponse>> resolve(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, of the caller's choice")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid ResolutionRequest request) {
        NewResolution resolution = new NewResolution(
                locationId,
                PathIds.payment(paymentId),
                request.outcome(),
                request.evidence().text(),
                request.note() == null ? null : request.note().text(),
                actor.get(),
                checked(idempotencyKey));
        return resolvePayment
                .resolve(resolution)
                .map(ResolutionResponse::of)
                .map(response -> created(locationId, response));
    }

    private static RestResponse<ResolutionResponse> created(String locationId, ResolutionResponse response) {
        URI payment = URI.create("/v1/locations/" + locationId + "/payments/" + response.paymentId());
        return RestResponse.ResponseBuilder.<ResolutionResponse>created(payment)
                .header("Cache-Control", "no-store")
                .entity(response)
                .build();
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(PaymentProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return key;
    }
}
