package com.coworkpay.integration.location;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.InvisibleCharacters;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Which locations a caller may choose from.
@Path("/v1/locations")
@Tag(name = "Locations")
@Produces(MediaType.APPLICATION_JSON)
class LocationListResource {

    private static final int MAX_PAGE_SIZE = 200;
    private static final int MAX_QUERY = 100;

    private final FindLocations findLocations;

    LocationListResource(FindLocations findLocations) {
        this.findLocations = findLocations;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getLocations",
            summary = "The locations at which the caller has a permission, by title",
            description = "Those of the token; with a permission at `*`, all that are known. A location of the token"
                    + " that is not known here yet has no title and stands last. None at all is an empty list.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<LocationPageResponse>> page(
            @QueryParam("query")
                    @Parameter(description = "A part of the title or of the id, in small or capital letters")
                    @Nullable
                    String query,
            @QueryParam("locationId")
                    @Parameter(description = "This one alone, if the caller has a permission there")
                    @Pattern(regexp = LocationId.REGEX)
                    @Nullable
                    String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findLocations.page(typed(query), locationId, cursor, limit).map(page -> RestResponse.ResponseBuilder.ok(
                        page)
                .header("Cache-Control", "no-store")
                .build());
    }

    /// In the form in which titles are stored.
    private static @Nullable String typed(@Nullable String query) {
        if (query == null) {
            return null;
        }
        HumanText typed = HumanText.of(query);
        if (InvisibleCharacters.isBlank(typed.text()) || typed.length() > MAX_QUERY) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("query");
        }
        return typed.text();
    }
}
