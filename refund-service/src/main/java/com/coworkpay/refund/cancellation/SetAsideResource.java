package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.cancellation.EndSetAside.End;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Set-aside cancellations, and how a person ends them.
@Path("/v1/locations/{locationId}/cancellations/set-aside")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SetAsideResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final FindSetAside findSetAside;
    private final EndSetAside endSetAside;
    private final CurrentActor actor;

    SetAsideResource(FindSetAside findSetAside, EndSetAside endSetAside, CurrentActor actor) {
        this.findSetAside = findSetAside;
        this.endSetAside = endSetAside;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getSetAsideCancellations",
            summary = "Cancellations that were set aside because they are not plausible",
            description = "They have no effect until a person ends them by release or dismiss.")
    @APIResponse(responseCode = "200", description = "A page, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<RestResponse<SetAsidePageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("status") @DefaultValue("OPEN") SetAsideStatus status,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findSetAside
                .page(locationId, status, after(cursor), limit)
                .map(SetAsidePageResponse::of)
                .map(SetAsideResource::fresh);
    }

    @POST
    @Path("/{id}/release")
    @Audited("CANCELLATION_RELEASED")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "releaseSetAsideCancellation",
            summary = "Releases a set-aside cancellation",
            description =
                    "It counts from then on as it was received: its payable is cancelled, and its payment is decided."
                            + " Repeating the request changes nothing.")
    @APIResponse(responseCode = "200", description = "It is released")
    @APIResponse(responseCode = "404", description = "No such set-aside cancellation at this location")
    @APIResponse(responseCode = "409", description = "It was dismissed before")
    public Uni<RestResponse<SetAsideResponse>> release(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("id") String id,
            @NotNull @Valid EndSetAsideRequest request) {
        return answer(endSetAside.release(end(locationId, id, request)));
    }

    @POST
    @Path("/{id}/dismiss")
    @Audited("CANCELLATION_DISMISSED")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "dismissSetAsideCancellation",
            summary = "Ends a set-aside cancellation without effect",
            description =
                    "It never counts, even if its event is received again. Repeating the request changes nothing.")
    @APIResponse(responseCode = "200", description = "It is dismissed")
    @APIResponse(responseCode = "404", description = "No such set-aside cancellation at this location")
    @APIResponse(responseCode = "409", description = "It was released before")
    public Uni<RestResponse<SetAsideResponse>> dismiss(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("id") String id,
            @NotNull @Valid EndSetAsideRequest request) {
        return answer(endSetAside.dismiss(end(locationId, id, request)));
    }

    private End end(String locationId, String id, EndSetAsideRequest request) {
        return new End(locationId, PathIds.uuid(id), actor.get(), request.note().text());
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return PathIds.uuid(cursor);
        } catch (ProblemException none) {
            throw ProblemException.of(CommonProblem.INVALID_CURSOR).field("cursor");
        }
    }

    private static Uni<RestResponse<SetAsideResponse>> answer(Uni<SetAsideEntry> entry) {
        return entry.map(SetAsideResponse::of).map(SetAsideResource::fresh);
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
