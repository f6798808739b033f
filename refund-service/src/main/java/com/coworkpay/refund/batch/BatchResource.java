package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.batch.domain.BatchOutcome;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.ledger.PathIds;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Refund batches: begun, listed and read.
@Path("/v1/locations/{locationId}/refund-batches")
@Tag(
        name = "Refund batches",
        description = "A whole event is cancelled, or a day closed: everybody gets back what is left.")
@Produces(MediaType.APPLICATION_JSON)
class BatchResource {

    /// Each batch of a page is added up from its payments.
    private static final int MAX_PAGE_SIZE = 50;

    private static final int MAX_PAYMENTS = 200;

    private final StartBatch startBatch;
    private final FindBatches findBatches;
    private final CurrentActor actor;

    BatchResource(StartBatch startBatch, FindBatches findBatches, CurrentActor actor) {
        this.startBatch = startBatch;
        this.findBatches = findBatches;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Audited("BATCH_REQUESTED")
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    @Operation(
            operationId = "startRefundBatch",
            summary = "Begins a refund batch of an event or of a day",
            description =
                    "As a dry run: its payments are counted in the background, and nothing is refunded before the count and the"
                            + " sum were confirmed. It gives back all that is left of each payment, whatever policy and switch"
                            + " say; invoices and credit packages are left out. The same Idempotency-Key with the same body"
                            + " returns the same batch.")
    @APIResponse(responseCode = "202", description = "It is being counted")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "409", description = "The event or day has a batch that is not over")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(202)
    public Uni<RestResponse<BatchResponse>> start(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, chosen by the caller")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid NewBatchRequest request) {
        return startBatch
                .start(locationId, request, actor.get(), idempotencyKey)
                .chain(id -> findBatches.one(locationId, id))
                .map(view -> RestResponse.ResponseBuilder.<BatchResponse>accepted()
                        .location(URI.create("/v1/locations/" + locationId + "/refund-batches/" + view.batchId()))
                        .header("Cache-Control", "no-store")
                        .entity(view)
                        .build());
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getRefundBatches", summary = "A location's refund batches, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cursor is of another list or of other filters")
    public Uni<RestResponse<BatchPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("status") @Parameter(description = "Repeatable: any of them") @Nullable
                    List<BatchStatus> status,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findBatches.page(locationId, status, cursor, limit).map(BatchResource::fresh);
    }

    @GET
    @Path("/{batchId}")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getRefundBatch", summary = "One refund batch: its dry run, progress or report")
    @APIResponse(responseCode = "200", description = "The batch")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    public Uni<RestResponse<BatchResponse>> one(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId) {
        return findBatches.one(locationId, PathIds.uuid(batchId)).map(BatchResource::fresh);
    }

    @GET
    @Path("/{batchId}/payments")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getRefundBatchPayments",
            summary = "The payments of a refund batch, with what became of each",
            description = "None while the batch is being counted.")
    @APIResponse(responseCode = "200", description = "A page, in the order of the payments' ids")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cursor is of another list or of other filters")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    public Uni<RestResponse<BatchPaymentPageResponse>> payments(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @QueryParam("outcome") @Parameter(description = "Repeatable: any of them") @Nullable
                    List<BatchOutcome> outcome,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAYMENTS) int limit) {
        return findBatches
                .payments(locationId, PathIds.uuid(batchId), outcome, cursor, limit)
                .map(BatchResource::fresh);
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
