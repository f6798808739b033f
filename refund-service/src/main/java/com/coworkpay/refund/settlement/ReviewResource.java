package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.ResolutionOutcome;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// A person requests an order inquiry, or ends a refund.
@Path("/v1/locations/{locationId}/payments/{paymentId}/refunds/{refundId}")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final InquireRefund inquireRefund;
    private final ProposeResolution proposeResolution;
    private final ResolveRefund resolveRefund;
    private final FindRefunds findRefunds;
    private final CurrentActor actor;

    ReviewResource(
            InquireRefund inquireRefund,
            ProposeResolution proposeResolution,
            ResolveRefund resolveRefund,
            FindRefunds findRefunds,
            CurrentActor actor) {
        this.inquireRefund = inquireRefund;
        this.proposeResolution = proposeResolution;
        this.resolveRefund = resolveRefund;
        this.findRefunds = findRefunds;
        this.actor = actor;
    }

    @POST
    @Path("/inquiry")
    @Cancellable(false)
    @Audited("INQUIRY_REQUESTED")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "requestRefundInquiry",
            summary = "Makes an order inquiry about a refund now",
            description =
                    "The result is recorded in the same way as that of the inquiries that the service makes by itself. No"
                            + " call that moves money is made.")
    @APIResponse(responseCode = "200", description = "The refund after the inquiry")
    @APIResponse(responseCode = "404", description = "No such refund of this payment")
    @APIResponse(responseCode = "429", description = "The last inquiry was just now; see Retry-After")
    public Uni<RestResponse<RefundResponse>> inquire(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId) {
        UUID payment = PathIds.uuid(paymentId);
        UUID refund = PathIds.uuid(refundId);
        return inquireRefund
                .inquire(locationId, payment, refund, actor.get())
                .chain(() -> findRefunds.one(locationId, payment, refund))
                .map(found -> found.map(RefundResponse::of).orElseThrow(PathIds::notFound))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @POST
    @Path("/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Audited({"REFUND_RESOLVED", "RESOLUTION_PROPOSED"})
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "resolveRefund",
            summary = "Ends a refund by hand, with evidence",
            description =
                    "An order inquiry is made in the same request. No call that moves money is made, and what KakaoPay"
                            + " shows later wins. REFUNDED names the cancel by which KakaoPay refunded it, where its list does not"
                            + " say whose it is, or acknowledges one that KakaoPay made after REFUNDED_ELSEWHERE; GIVEN_UP"
                            + " releases the amount; REFUNDED_ELSEWHERE lowers what can be refunded, also for a failed refund.")
    @APIResponse(
            responseCode = "201",
            description = "Resolved",
            content = @Content(schema = @Schema(implementation = ResolutionResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "Above the location's limit: it waits for another person",
            content = @Content(schema = @Schema(implementation = ProposedResolutionResponse.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "404", description = "No such refund of this payment")
    @APIResponse(
            responseCode = "409",
            description =
                    "KakaoPay contradicts or does not confirm it, it is too early, or there is nothing to resolve")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(201)
    public Uni<RestResponse<Object>> resolve(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, chosen by the caller")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid ResolutionRequest request) {
        Actor who = actor.get();
        NewResolution newResolution = new NewResolution(
                locationId,
                PathIds.uuid(paymentId),
                PathIds.uuid(refundId),
                request.outcome(),
                aid(request),
                request.evidence().text(),
                request.note() == null ? null : request.note().text(),
                who.subject(),
                who,
                checked(idempotencyKey),
                null,
                null);
        URI there = URI.create("/v1/locations/" + locationId + "/payments/" + paymentId + "/refunds/" + refundId);
        return proposeResolution
                .check(newResolution)
                .chain(found -> found.proposed() == null
                        ? resolveRefund
                                .resolve(found.resolution())
                                .map(resolution -> answer(201, there, ResolutionResponse.of(resolution)))
                        : Uni.createFrom().item(answer(202, there, ProposedResolutionResponse.of(found.proposed()))));
    }

    private static RestResponse<Object> answer(int status, URI there, Object view) {
        return RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.fromStatusCode(status))
                .location(there)
                .header("Cache-Control", "no-store")
                .entity(view)
                .build();
    }

    private static @Nullable String aid(ResolutionRequest request) {
        if ((request.outcome() == ResolutionOutcome.REFUNDED) != (request.aid() != null)) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("aid");
        }
        return request.aid();
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return key;
    }
}
