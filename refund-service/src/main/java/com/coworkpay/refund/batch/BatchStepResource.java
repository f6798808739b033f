package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import com.coworkpay.refund.ledger.PathIds;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// What people do with a refund batch.
@Path("/v1/locations/{locationId}/refund-batches/{batchId}")
@Tag(name = "Refund batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class BatchStepResource {

    private final ConfirmBatch confirmBatch;
    private final AnswerBatch answerBatch;
    private final ControlBatch controlBatch;
    private final FindBatches findBatches;
    private final CurrentActor actor;

    BatchStepResource(
            ConfirmBatch confirmBatch,
            AnswerBatch answerBatch,
            ControlBatch controlBatch,
            FindBatches findBatches,
            CurrentActor actor) {
        this.confirmBatch = confirmBatch;
        this.answerBatch = answerBatch;
        this.controlBatch = controlBatch;
        this.findBatches = findBatches;
        this.actor = actor;
    }

    @POST
    @Path("/confirmation")
    @Cancellable(false)
    @Audited("BATCH_CONFIRMED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "confirmRefundBatch",
            summary = "Confirms a dry run: its payments are refunded",
            description =
                    "By the count and the sum that the caller saw. It runs at once, or waits for approval where its sum, or one"
                            + " payment with all that was given back of it, is above the location's limit. Where its payments"
                            + " have changed since the count, nothing is confirmed and it is counted again by itself.")
    @APIResponse(responseCode = "200", description = "The batch after it: it runs, or waits for approval")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(
            responseCode = "409",
            description =
                    "It does not wait for confirmation, has another count or sum, or its payments have changed: it is being"
                            + " counted again; the problem's type says which")
    public Uni<RestResponse<BatchResponse>> confirm(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid ConfirmationRequest request) {
        UUID id = PathIds.uuid(batchId);
        return answered(
                locationId,
                id,
                confirmBatch.confirm(locationId, id, request.payments(), request.totalKrw(), actor.get()));
    }

    @POST
    @Path("/approval")
    @Cancellable(false)
    @Audited({"BATCH_APPROVED", "BATCH_DECLINED"})
    @PermissionsAllowed(Permissions.REFUND_APPROVE)
    @Operation(
            operationId = "answerRefundBatchApproval",
            summary = "Approves or declines a refund batch that waits for approval",
            description =
                    "Never by the person who asked for it or confirmed it, nor by one whom the booking system names, nor by the"
                            + " payer of one of its payments. One that the booking system confirmed itself needs two persons."
                            + " The same answer of the same person again changes nothing.")
    @APIResponse(responseCode = "200", description = "The batch after it: it runs, is declined, or waits on")
    @APIResponse(responseCode = "400", description = "A field is wrong, or a declined one has no note")
    @APIResponse(responseCode = "403", description = "Another person has to answer")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It does not wait for approval, or has another sum")
    public Uni<RestResponse<BatchResponse>> answer(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchApprovalRequest request) {
        UUID id = PathIds.uuid(batchId);
        return answered(
                locationId,
                id,
                answerBatch.answer(
                        locationId,
                        id,
                        AnswerKind.valueOf(request.answer().name()),
                        request.totalKrw(),
                        request.note() == null ? null : request.note().text(),
                        actor.get()));
    }

    @POST
    @Path("/withdrawal")
    @Cancellable(false)
    @Audited("BATCH_WITHDRAWN")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "withdrawRefundBatch",
            summary = "Takes a refund batch back that waits for approval",
            description = "By the person who asked for it or confirmed it. It is dismissed; nothing was refunded.")
    @APIResponse(responseCode = "200", description = "The batch after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "403", description = "Somebody else asked for it")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It does not wait for approval")
    public Uni<RestResponse<BatchResponse>> withdraw(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchNoteRequest request) {
        UUID id = PathIds.uuid(batchId);
        return answered(
                locationId,
                id,
                answerBatch.answer(locationId, id, AnswerKind.WITHDRAWN, null, request.text(), actor.get()));
    }

    @POST
    @Path("/dismissal")
    @Cancellable(false)
    @Audited("BATCH_DISMISSED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "dismissRefundBatch",
            summary = "Ends a refund batch that was not confirmed",
            description = "Nothing was refunded. One that is dismissed already stays as it is.")
    @APIResponse(responseCode = "200", description = "The batch after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It was confirmed, or is over")
    public Uni<RestResponse<BatchResponse>> dismiss(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchNoteRequest request) {
        return controlled(locationId, batchId, request, ControlBatch.Step.DISMISS);
    }

    @POST
    @Path("/pause")
    @Cancellable(false)
    @Audited("BATCH_PAUSED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "pauseRefundBatch",
            summary = "Pauses a refund batch",
            description =
                    "No further refund of it is requested; those that are requested go on. One that is paused already stays as"
                            + " it is.")
    @APIResponse(responseCode = "200", description = "The batch after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It does not run")
    public Uni<RestResponse<BatchResponse>> pause(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchNoteRequest request) {
        return controlled(locationId, batchId, request, ControlBatch.Step.PAUSE);
    }

    @POST
    @Path("/resumption")
    @Cancellable(false)
    @Audited("BATCH_RESUMED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "resumeRefundBatch",
            summary = "Resumes a paused refund batch",
            description = "One that runs already stays as it is.")
    @APIResponse(responseCode = "200", description = "The batch after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It is not paused")
    public Uni<RestResponse<BatchResponse>> resume(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchNoteRequest request) {
        return controlled(locationId, batchId, request, ControlBatch.Step.RESUME);
    }

    @POST
    @Path("/stop")
    @Cancellable(false)
    @Audited("BATCH_STOPPED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "stopRefundBatch",
            summary = "Stops a refund batch for good",
            description =
                    "What was refunded stays, and what is requested goes on; nothing more is requested. A further batch of the"
                            + " event or day can be made. One that is stopped already stays as it is.")
    @APIResponse(responseCode = "200", description = "The batch after it")
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(responseCode = "409", description = "It neither runs nor is paused")
    public Uni<RestResponse<BatchResponse>> stop(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @NotNull @Valid BatchNoteRequest request) {
        return controlled(locationId, batchId, request, ControlBatch.Step.STOP);
    }

    private Uni<RestResponse<BatchResponse>> controlled(
            String locationId, String batchId, BatchNoteRequest request, ControlBatch.Step step) {
        UUID id = PathIds.uuid(batchId);
        Actor by = actor.get();
        return answered(locationId, id, controlBatch.take(step, locationId, id, request.text(), by));
    }

    private Uni<RestResponse<BatchResponse>> answered(String locationId, UUID id, Uni<Void> done) {
        return done.chain(() -> findBatches.one(locationId, id)).map(view -> RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build());
    }
}
