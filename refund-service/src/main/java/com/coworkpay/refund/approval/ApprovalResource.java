package com.coworkpay.refund.approval;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundResponse;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;

/// Refunds above their location's limit: another person approves or declines them, or the one who asked takes them
/// back.
@Path("/v1/locations/{locationId}/payments/{paymentId}/refunds/{refundId}")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ApprovalResource {

    private final AnswerApproval answerApproval;
    private final CurrentActor actor;

    ApprovalResource(AnswerApproval answerApproval, CurrentActor actor) {
        this.answerApproval = answerApproval;
        this.actor = actor;
    }

    @POST
    @Path("/approval")
    @Cancellable(false)
    @Audited({"REFUND_APPROVED", "REFUND_DECLINED"})
    @PermissionsAllowed(Permissions.REFUND_APPROVE)
    @Operation(
            operationId = "answerRefundApproval",
            summary = "Approves or declines a refund that waits for approval",
            description =
                    "Never by the person who asked for it, nor by one whom its cancellation names, nor by the payer. A"
                            + " refund that a cancellation led to needs two persons: who cancelled is known by the booking"
                            + " system's id. The same answer of the same person again changes nothing.")
    @APIResponse(responseCode = "200", description = "The refund after it: sent to KakaoPay, failed, or waiting on")
    @APIResponse(responseCode = "400", description = "A field is wrong, or a declined one has no note")
    @APIResponse(responseCode = "403", description = "Another person has to answer")
    @APIResponse(responseCode = "404", description = "No such refund of this payment")
    @APIResponse(responseCode = "409", description = "It does not wait for approval, or has another amount")
    public Uni<RestResponse<RefundResponse>> answer(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId,
            @NotNull @Valid ApprovalRequest request) {
        return answered(new NewAnswer(
                locationId,
                PathIds.uuid(paymentId),
                PathIds.uuid(refundId),
                AnswerKind.valueOf(request.answer().name()),
                request.amountKrw(),
                text(request.note()),
                actor.get()));
    }

    @POST
    @Path("/withdrawal")
    @Cancellable(false)
    @Audited("REFUND_WITHDRAWN")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "withdrawRefund",
            summary = "Takes a refund back that waits for approval",
            description = "By the person who asked for it. Its amount can be refunded again.")
    @APIResponse(responseCode = "200", description = "The refund after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "Somebody else asked for it")
    @APIResponse(responseCode = "404", description = "No such refund of this payment")
    @APIResponse(responseCode = "409", description = "It does not wait for approval")
    public Uni<RestResponse<RefundResponse>> withdraw(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId,
            @NotNull @Valid WithdrawalRequest request) {
        return answered(new NewAnswer(
                locationId,
                PathIds.uuid(paymentId),
                PathIds.uuid(refundId),
                AnswerKind.WITHDRAWN,
                null,
                text(request.note()),
                actor.get()));
    }

    private static @Nullable String text(@Nullable HumanText note) {
        return note == null ? null : note.text();
    }

    private Uni<RestResponse<RefundResponse>> answered(NewAnswer newAnswer) {
        return answerApproval.answer(newAnswer).map(refund -> RestResponse.ResponseBuilder.ok(RefundResponse.of(refund))
                .header("Cache-Control", "no-store")
                .build());
    }
}
