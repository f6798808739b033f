package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Opening hours of a location: they say when a full-day booking begins.
@Path("/v1/locations/{locationId}/schedules")
@Tag(name = "Schedules", description = "Full-day bookings begin when their resource opens that day.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ScheduleResource {

    private static final int MAX_PAGE_SIZE = 200;
    private static final String OF_RESOURCE = "With RESOURCE alone, and needed there";

    /// As in events: with a visible character, at most 200 of them.
    private static final java.util.regex.Pattern RESOURCE_ID =
            java.util.regex.Pattern.compile("(?=.*\\S)[^\\x00]{1,200}", java.util.regex.Pattern.DOTALL);

    private final FindSchedules findSchedules;
    private final ChangeSchedule changeSchedule;
    private final CurrentActor actor;

    ScheduleResource(FindSchedules findSchedules, ChangeSchedule changeSchedule, CurrentActor actor) {
        this.findSchedules = findSchedules;
        this.changeSchedule = changeSchedule;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getSchedules",
            summary = "The newest version of each schedule of a location",
            description = "The default one first, then the public one, then those of resources.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<SchedulePageResponse> all(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findSchedules.all(locationId, cursor, limit);
    }

    @GET
    @Path("{kind}")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getSchedule", summary = "The versions of a schedule, newest first")
    @APIResponse(responseCode = "200", description = "A page; empty where there is none")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<SchedulePageResponse> versions(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("kind") ScheduleRef.Kind kind,
            @QueryParam("resourceType") @Parameter(description = OF_RESOURCE) @Nullable ResourceType resourceType,
            @QueryParam("resourceId") @Parameter(description = OF_RESOURCE) @Nullable String resourceId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findSchedules.versions(locationId, schedule(kind, resourceType, resourceId), cursor, limit);
    }

    @PUT
    @Path("{kind}")
    @Cancellable(false)
    @Audited("SCHEDULE_CHANGED")
    @PermissionsAllowed(Permissions.SCHEDULE_MANAGE)
    @Operation(
            operationId = "putSchedule",
            summary = "Sets opening hours",
            description =
                    "DEFAULT: for members and administrators. PUBLIC: for nonmembers and network members. RESOURCE: of one"
                            + " resource, which win over both. They hold for what is paid for from now on, and for payments that"
                            + " wait for opening hours. The same hours again change nothing.")
    @APIResponse(responseCode = "200", description = "The versions, newest first")
    @APIResponse(responseCode = "400", description = "A member or a parameter is wrong")
    public Uni<SchedulePageResponse> put(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("kind") ScheduleRef.Kind kind,
            @QueryParam("resourceType") @Parameter(description = OF_RESOURCE) @Nullable ResourceType resourceType,
            @QueryParam("resourceId") @Parameter(description = OF_RESOURCE) @Nullable String resourceId,
            @NotNull @Valid ScheduleRequest request) {
        return change(locationId, schedule(kind, resourceType, resourceId), request.firstDay(), request.hours());
    }

    @DELETE
    @Path("{kind}")
    @Cancellable(false)
    @Audited("SCHEDULE_REMOVED")
    @PermissionsAllowed(Permissions.SCHEDULE_MANAGE)
    @Operation(
            operationId = "deleteSchedule",
            summary = "There is no such schedule from a day on",
            description =
                    "Without a default one, full days begin at local midnight, by the location's own word. Without a"
                            + " public one, the default one is for everybody; without a resource's own, those of its location.")
    @APIResponse(responseCode = "200", description = "The versions, newest first")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<SchedulePageResponse> delete(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("kind") ScheduleRef.Kind kind,
            @QueryParam("resourceType") @Parameter(description = OF_RESOURCE) @Nullable ResourceType resourceType,
            @QueryParam("resourceId") @Parameter(description = OF_RESOURCE) @Nullable String resourceId,
            @QueryParam("validFrom")
                    @Parameter(description = "The first day without it", example = "2026-12-01")
                    @NotNull
                    @Pattern(regexp = ScheduleRequest.DAY)
                    String validFrom) {
        return change(
                locationId,
                schedule(kind, resourceType, resourceId),
                ScheduleRequest.day("validFrom", validFrom),
                null);
    }

    private Uni<SchedulePageResponse> change(
            String locationId, ScheduleRef schedule, LocalDate validFrom, @Nullable OpeningHours hours) {
        return changeSchedule
                .change(new NewSchedule(locationId, schedule, validFrom, null, hours, actor.get()))
                .chain(() -> findSchedules.versions(locationId, schedule, null, MAX_PAGE_SIZE));
    }

    private static ScheduleRef schedule(
            ScheduleRef.Kind kind, @Nullable ResourceType resourceType, @Nullable String resourceId) {
        boolean isOfResource = kind == ScheduleRef.Kind.RESOURCE;
        if (isOfResource != (resourceType != null)) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("resourceType");
        }
        if (isOfResource
                        != (resourceId != null
                                && RESOURCE_ID.matcher(resourceId).matches())
                || (!isOfResource && resourceId != null)) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("resourceId");
        }
        return new ScheduleRef(kind, resourceType, resourceId);
    }
}
