package com.coworkpay.refund.query;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.ledger.PathIds;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The cancellations of a location and what became of them, for its staff and for the booking system.
@Path("/v1/locations/{locationId}/cancellations")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
class CancellationsResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final ListCancellations listCancellations;

    CancellationsResource(ListCancellations listCancellations) {
        this.listCancellations = listCancellations;
    }

    @GET
    @Path("/{cancellationId}")
    @PermissionsAllowed({
        Permissions.PAYMENT_READ,
        Permissions.PAYMENT_CREATE,
        Permissions.BOOKING_MANAGE,
        Permissions.CANCELLATION_CREATE
    })
    @Operation(
            operationId = "getCancellation",
            summary = "What became of a cancellation",
            description =
                    "A page: several payables may have a cancellation with the same id. For ids that a path cannot"
                            + " hold (`set-aside`, `..`), and for the next page, use the parameter cancellationId of the"
                            + " list.")
    @APIResponse(responseCode = "200", description = "One of each payable, with every decision about it and why")
    @APIResponse(responseCode = "404", description = "No such cancellation was received at this location")
    public Uni<RestResponse<CancellationPageResponse>> cancellation(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("cancellationId") String cancellationId) {
        if (!CancellationFilterParams.isId(cancellationId)) {
            throw PathIds.notFound();
        }
        return listCancellations
                .page(locationId, CancellationFilter.ofId(cancellationId), null, MAX_PAGE_SIZE)
                .invoke(page -> {
                    if (page.cancellations().isEmpty()) {
                        throw PathIds.notFound();
                    }
                })
                .map(CancellationsResource::fresh);
    }

    @GET
    @PermissionsAllowed({
        Permissions.PAYMENT_READ,
        Permissions.PAYMENT_CREATE,
        Permissions.BOOKING_MANAGE,
        Permissions.CANCELLATION_CREATE
    })
    @Operation(
            operationId = "getCancellations",
            summary = "A location's cancellations, newest first, each with its decisions",
            description =
                    "By the time at which they were received. Several values of one parameter mean any of them; several"
                            + " parameters mean all.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cursor is of another list or of other filters")
    public Uni<RestResponse<CancellationPageResponse>> cancellations(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Valid @BeanParam CancellationFilterParams params,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return listCancellations
                .page(locationId, params.filter(), cursor, limit)
                .map(CancellationsResource::fresh);
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
