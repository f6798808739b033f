package com.coworkpay.refund.query;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
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

/// The refunds of a location.
@Path("/v1/locations/{locationId}/refunds")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
class RefundListResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final ListRefunds listRefunds;

    RefundListResource(ListRefunds listRefunds) {
        this.listRefunds = listRefunds;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getLocationRefunds",
            summary = "A location's refunds, newest first, each with its payment",
            description =
                    "By the time at which they were requested; an outside refund by the time at which it was found."
                            + " Several values of one parameter mean any of them; several parameters mean all.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cursor is of another list or of other filters")
    public Uni<RestResponse<RefundPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Valid @BeanParam RefundFilterParams params,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return listRefunds.page(locationId, params.filter(), cursor, limit).map(RefundListResource::fresh);
    }

    @GET
    @Path("/counts")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getLocationRefundCounts",
            summary = "How many of a location's refunds are on their way, in manual review, failed, and of today")
    @APIResponse(responseCode = "200", description = "The numbers of this moment")
    public Uni<RestResponse<RefundCountsResponse>> counts(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId) {
        return listRefunds.counts(locationId).map(RefundListResource::fresh);
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
