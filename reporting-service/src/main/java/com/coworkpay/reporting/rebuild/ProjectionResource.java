package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/// For operators of the installation: the projection's state, and its rebuild.
@Path("/internal/projection")
@Tag(name = "Projection")
@Produces(MediaType.APPLICATION_JSON)
class ProjectionResource {

    private final GetProjectionStatus getProjectionStatus;
    private final RequestRebuild requestRebuild;
    private final CurrentActor actor;

    ProjectionResource(GetProjectionStatus getProjectionStatus, RequestRebuild requestRebuild, CurrentActor actor) {
        this.getProjectionStatus = getProjectionStatus;
        this.requestRebuild = requestRebuild;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permissions.PROJECTION_REBUILD)
    @Operation(operationId = "getProjection", summary = "Generation, how far the topics are read, the last rebuilds")
    @APIResponse(responseCode = "200", description = "As it stands")
    public Uni<ProjectionResponse> projection() {
        return getProjectionStatus.get();
    }

    @GET
    @Path("/digest")
    @PermissionsAllowed(Permissions.PROJECTION_REBUILD)
    @Operation(
            operationId = "getProjectionDigest",
            summary = "Everything the projection says, as one word: equal before and after a rebuild")
    @APIResponse(responseCode = "200", description = "The word; reads every row")
    @APIResponse(responseCode = "503", description = "Not every row could be read in the time a statement has")
    public Uni<ProjectionDigest> digest() {
        return getProjectionStatus.digest();
    }

    @POST
    @Path("/rebuilds")
    @Cancellable(false)
    @Audited("REBUILD_REQUESTED")
    @PermissionsAllowed(Permissions.PROJECTION_REBUILD)
    @Operation(operationId = "requestRebuild", summary = "Make the projection again from the topics")
    @APIResponse(responseCode = "202", description = "It is carried out; the old generation answers meanwhile")
    @APIResponse(responseCode = "409", description = "One is running already")
    public Uni<RestResponse<Rebuild>> request() {
        return requestRebuild.request(actor.get()).map(ProjectionResource::accepted);
    }

    @GET
    @Path("/rebuilds/{rebuildId}")
    @PermissionsAllowed(Permissions.PROJECTION_REBUILD)
    @Operation(operationId = "getRebuild", summary = "How far a rebuild is")
    @APIResponse(responseCode = "200", description = "As it stands")
    @APIResponse(responseCode = "404", description = "No such rebuild")
    public Uni<Rebuild> rebuild(@PathParam("rebuildId") UUID rebuildId) {
        return requestRebuild.find(rebuildId);
    }

    @DELETE
    @Path("/rebuilds/{rebuildId}")
    @Cancellable(false)
    @Audited("REBUILD_STOPPED")
    @PermissionsAllowed(Permissions.PROJECTION_REBUILD)
    @Operation(operationId = "stopRebuild", summary = "Stop a rebuild; the present generation goes on to answer")
    @APIResponse(responseCode = "200", description = "Stopped, or as it ended before")
    @APIResponse(responseCode = "404", description = "No such rebuild")
    public Uni<Rebuild> stop(@PathParam("rebuildId") UUID rebuildId) {
        return requestRebuild.stop(rebuildId, actor.get());
    }

    private static RestResponse<Rebuild> accepted(Rebuild rebuild) {
        return RestResponse.ResponseBuilder.<Rebuild>create(RestResponse.Status.ACCEPTED)
                .entity(rebuild)
                .location(URI.create("/internal/projection/rebuilds/" + rebuild.id()))
                .build();
    }
}
