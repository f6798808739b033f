package com.coworkpay.refund.query;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.FindRefunds;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundResponse;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Reads a payment's refunds and decisions, and what a cancellation would refund.
@Path("/v1/locations/{locationId}/payments/{paymentId}/refunds")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
class RefundsResource {

    private final FindRefunds findRefunds;
    private final PreviewRefund previewRefund;
    private final FindApprovalLimit findApprovalLimit;
    private final Caller caller;

    RefundsResource(
            FindRefunds findRefunds, PreviewRefund previewRefund, FindApprovalLimit findApprovalLimit, Caller caller) {
        this.findRefunds = findRefunds;
        this.previewRefund = previewRefund;
        this.findApprovalLimit = findApprovalLimit;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getRefunds", summary = "A payment's refunds, decisions and balance")
    @APIResponse(responseCode = "200", description = "All refunds and the newest 20 decisions, oldest first")
    @APIResponse(responseCode = "404", description = "No such payment is known to be paid at this location")
    @APIResponse(
            responseCode = "409",
            description = "It began recently and is not known to be paid yet; see Retry-After")
    public Uni<RestResponse<PaymentRefundsResponse>> refunds(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId) {
        return ledger(locationId, paymentId)
                .chain(ledger -> findApprovalLimit
                        .ofLocation(locationId)
                        .map(limitKrw -> PaymentRefundsResponse.of(ledger, limitKrw.orElse(null))))
                .map(RefundsResource::fresh);
    }

    @GET
    @Path("/{refundId}")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getRefund", summary = "One refund and its status")
    @APIResponse(responseCode = "200", description = "The refund")
    @APIResponse(responseCode = "404", description = "No such refund of this payment")
    @APIResponse(
            responseCode = "409",
            description = "It began recently and is not known to be paid yet; see Retry-After")
    public Uni<RestResponse<RefundResponse>> refund(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId) {
        UUID id = PathIds.uuid(refundId);
        return ledger(locationId, paymentId)
                .map(ledger -> ledger.refund(id).orElseThrow(PathIds::notFound))
                .map(RefundResponse::of)
                .map(RefundsResource::fresh);
    }

    @GET
    @Path("/preview")
    @Authenticated
    @Operation(
            operationId = "previewRefund",
            summary = "What a cancellation would refund, without cancelling",
            description = "For payment:read and payment:create at the location, and for the payer themselves. The same"
                    + " rule decides real cancellations.")
    @APIResponse(responseCode = "200", description = "Whether, how much, until when, and why or why not")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No such paid payment, or none that this caller may see")
    @APIResponse(
            responseCode = "409",
            description = "It began recently and is not known to be paid yet; see Retry-After")
    public Uni<RestResponse<RefundPreviewResponse>> preview(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @QueryParam("at") @Nullable String at,
            @QueryParam("cancelledByRole") @Nullable String role,
            @QueryParam("orderState") @Pattern(regexp = "[A-Z_]{1,40}") @Nullable String orderState,
            @QueryParam("choice")
                    @Parameter(description = "An administrator's own choice; with cancelledByRole ADMIN alone")
                    RefundChoice.@Nullable Kind choice,
            @QueryParam("choiceKrw") @Parameter(description = "With choice AMOUNT alone") @Min(0) @Nullable
                    Long choiceKrw) {
        Role by = role(role);
        return previewRefund
                .preview(
                        caller,
                        locationId,
                        PathIds.uuid(paymentId),
                        instant(at),
                        by,
                        orderState,
                        choice(by, choice, choiceKrw))
                .map(found -> found.map(RefundPreviewResponse::of)
                        .orElseThrow(() -> PathIds.notKnown(PathIds.uuid(paymentId))))
                .map(RefundsResource::fresh);
    }

    private Uni<Ledger> ledger(String locationId, String paymentId) {
        return findRefunds
                .ofPayment(locationId, PathIds.uuid(paymentId))
                .map(found -> found.orElseThrow(() -> PathIds.notKnown(PathIds.uuid(paymentId))));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException other) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("at");
        }
    }

    private static @Nullable Role role(@Nullable String text) {
        try {
            return text == null ? null : Role.valueOf(text);
        } catch (IllegalArgumentException other) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("cancelledByRole");
        }
    }

    private static @Nullable RefundChoice choice(
            @Nullable Role by, RefundChoice.@Nullable Kind kind, @Nullable Long amountKrw) {
        if (kind != null && by != Role.ADMIN) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("choice");
        }
        if ((kind == RefundChoice.Kind.AMOUNT) != (amountKrw != null)) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("choiceKrw");
        }
        return kind == null ? null : new RefundChoice(kind, amountKrw);
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
