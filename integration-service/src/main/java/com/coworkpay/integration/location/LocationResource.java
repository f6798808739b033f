package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/v1/locations/{locationId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Locations", description = "For the booking system, which knows the coworking spaces.")
class LocationResource {

    private final PutLocation putLocation;
    private final GetLocation getLocation;
    private final CurrentActor actor;

    LocationResource(PutLocation putLocation, GetLocation getLocation, CurrentActor actor) {
        this.putLocation = putLocation;
        this.getLocation = getLocation;
        this.actor = actor;
    }

    @PUT
    @Audited({"LOCATION_CREATED", "LOCATION_CHANGED"})
    @PermissionsAllowed(Permissions.LOCATION_MANAGE)
    @Cancellable(false)
    @Operation(
            operationId = "putLocation",
            summary = "Create or describe a location. The same description again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The location, changed or as it was",
            content = @Content(schema = @Schema(implementation = LocationResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "The location is new",
            content = @Content(schema = @Schema(implementation = LocationResponse.class)))
    public Uni<RestResponse<LocationResponse>> put(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LocationRequest request) {
        return putLocation
                .put(request.toLocation(locationId), Precondition.ifMatch(ifMatch), actor.get())
                .map(result -> EntityTags.tagged(
                        result.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        LocationResponse.of(result.state()),
                        result.state().version()));
    }

    @GET
    @PermissionsAllowed(Permissions.LOCATION_MANAGE)
    @Operation(operationId = "getLocation", summary = "One location")
    @APIResponse(
            responseCode = "200",
            description = "The location",
            content = @Content(schema = @Schema(implementation = LocationResponse.class)))
    public Uni<RestResponse<LocationResponse>> get(@PathParam("locationId") String locationId) {
        return getLocation
                .get(locationId)
                .map(state -> EntityTags.tagged(RestResponse.Status.OK, LocationResponse.of(state), state.version()));
    }

    /// @param version counts every change to the location and its connection; the entity tag
    @Schema(name = "Location")
    record LocationResponse(
            String locationId,
            String title,
            String timezone,
            String locale,
            long refundApprovalLimitKrw,

            @Schema(description = "Whom receipts name; null where nobody is known") @Nullable
            SellerResponse seller,

            long version) {

        static LocationResponse of(LocationState state) {
            var location = state.location();
            return new LocationResponse(
                    location.id(),
                    location.title(),
                    location.zone().getId(),
                    location.locale().tag(),
                    location.refundApprovalLimitKrw(),
                    location.seller().map(SellerResponse::of).orElse(null),
                    state.version());
        }
    }
}
