package com.coworkpay.integration.history;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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

/// What became of a location's connection.
@Path("/v1/locations/{locationId}/kakaopay/history")
@Tag(name = "KakaoPay connection")
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final FindHistory findHistory;

    HistoryResource(FindHistory findHistory) {
        this.findHistory = findHistory;
    }

    @GET
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Operation(
            operationId = "getKakaoPayHistory",
            summary = "Who connected, changed, checked or disconnected KakaoPay, newest first",
            description = "Of the audit trail, which is only ever added to. Refused attempts to connect are in it; what"
                    + " services fetch to call KakaoPay is not. It holds no key but its last four characters.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<HistoryPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findHistory.page(locationId, cursor, limit).map(page -> RestResponse.ResponseBuilder.ok(page)
                .header("Cache-Control", "no-store")
                .build());
    }
}
