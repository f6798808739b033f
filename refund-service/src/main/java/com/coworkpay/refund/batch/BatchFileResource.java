package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.ledger.PathIds;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/// The payments of a refund batch as a file, and its progress as a stream.
@Path("/v1/locations/{locationId}/refund-batches/{batchId}")
@Tag(name = "Refund batches")
class BatchFileResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final ExportBatch exportBatch;
    private final StreamBatches streams;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    BatchFileResource(ExportBatch exportBatch, StreamBatches streams, CurrentActor actor, CurrentVertxRequest request) {
        this.exportBatch = exportBatch;
        this.streams = streams;
        this.actor = actor;
        this.request = request;
    }

    @GET
    @Path("/payments.csv")
    @Produces(CSV)
    @Audited("BATCH_EXPORTED")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "exportRefundBatch",
            summary = "All payments of a refund batch as CSV",
            description =
                    "RFC 4180 in UTF-8 with a byte order mark, in the order of the payments' ids; headings and codes are those"
                            + " of the JSON. A text that begins like a formula has an apostrophe before it. A file that could"
                            + " not be finished ends with a broken connection, never with a complete answer.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    public RestMulti<byte[]> export(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @Context HttpServerResponse response) {
        UUID id = PathIds.uuid(batchId);
        return RestMulti.fromUniResponse(
                exportBatch.open(locationId, id, actor.get()),
                file -> file.onFailure().invoke(_ -> breakOff(response)),
                _ -> Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\"refund-batch-" + id + ".csv\""),
                        "Cache-Control",
                        List.of("no-store"),
                        "X-Content-Type-Options",
                        List.of("nosniff")));
    }

    /// So that the reader knows at once, whatever the framework does with a stream that failed.
    private static void breakOff(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
        }
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "streamRefundBatch",
            summary = "Streams a refund batch as it proceeds",
            description =
                    "Server-sent events: the data of each is what reading the batch answers, its id the version. It ends when"
                            + " the batch is over, or after ten minutes; then the client comes again with the Last-Event-ID. A"
                            + " comment comes every 15 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "retry: 2000\nid: 4\ndata: {\"batchId\":\"…\",\"status\":\"RUNNING\"}\n\n"))
    @APIResponse(responseCode = "204", description = "The client has the last version: it need not come again")
    @APIResponse(responseCode = "404", description = "No such batch of this location")
    @APIResponse(
            responseCode = "503",
            description = "Too many streams are open: read the batch now and then instead; with Retry-After")
    public Uni<Void> stream(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("batchId") String batchId,
            @Parameter(description = "The version that the client has: it is not sent again")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId) {
        return streams.open(locationId, PathIds.uuid(batchId), lastEventId, request.getCurrent());
    }
}
