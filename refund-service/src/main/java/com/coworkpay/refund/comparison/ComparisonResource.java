package com.coworkpay.refund.comparison;

import com.coworkpay.platform.audit.Unaudited;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.ledger.RefundProblem;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Comparisons of all payments of a period with KakaoPay.
@Path("/v1/locations/{locationId}/comparisons")
@Tag(name = "Comparisons")
@Produces(MediaType.APPLICATION_JSON)
class ComparisonResource {

    /// Each comparison of a page is added up from its payments.
    private static final int MAX_PAGE_SIZE = 50;

    private static final int MAX_RESULTS = 200;

    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final StartComparison startComparison;
    private final StopComparison stopComparison;
    private final FindComparisons findComparisons;
    private final Caller caller;

    ComparisonResource(
            StartComparison startComparison,
            StopComparison stopComparison,
            FindComparisons findComparisons,
            Caller caller) {
        this.startComparison = startComparison;
        this.stopComparison = stopComparison;
        this.findComparisons = findComparisons;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Unaudited("the comparison has who requested it, and is never removed")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "startComparison",
            summary = "Compares all payments of a period with KakaoPay",
            description =
                    "In the background, within the installation's daily quota; where it is used up it goes on the next day."
                            + " What is found is recorded at once. One comparison of a location runs at a time. The same"
                            + " Idempotency-Key with the same body returns the same comparison.")
    @APIResponse(responseCode = "201", description = "It runs")
    @APIResponse(responseCode = "400", description = "A day is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "409", description = "Another comparison of this location is running")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(201)
    public Uni<RestResponse<ComparisonResponse>> start(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, chosen by the caller")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid ComparisonRequest request) {
        return startComparison
                .start(locationId, request, caller.subject(), checked(idempotencyKey))
                .chain(id -> findComparisons.one(locationId, id))
                .map(view -> RestResponse.ResponseBuilder.<ComparisonResponse>created(
                                URI.create("/v1/locations/" + locationId + "/comparisons/" + view.comparisonId()))
                        .header("Cache-Control", "no-store")
                        .entity(view)
                        .build());
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getComparisons", summary = "A location's comparisons, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<ComparisonPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return findComparisons.page(locationId, cursor, limit).map(ComparisonResource::fresh);
    }

    @GET
    @Path("/{comparisonId}")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getComparison", summary = "One comparison and its progress")
    @APIResponse(responseCode = "200", description = "The comparison")
    @APIResponse(responseCode = "404", description = "No such comparison of this location")
    public Uni<RestResponse<ComparisonResponse>> one(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("comparisonId") String comparisonId) {
        return findComparisons.one(locationId, PathIds.uuid(comparisonId)).map(ComparisonResource::fresh);
    }

    @GET
    @Path("/{comparisonId}/results")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getComparisonResults", summary = "The payments of a comparison that did not match")
    @APIResponse(responseCode = "200", description = "A page, in the order in which they were compared")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    @APIResponse(responseCode = "404", description = "No such comparison of this location")
    public Uni<RestResponse<ComparedPaymentPageResponse>> results(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("comparisonId") String comparisonId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_RESULTS) int limit) {
        return findComparisons
                .different(locationId, PathIds.uuid(comparisonId), cursor, limit)
                .map(ComparisonResource::fresh);
    }

    @GET
    @Path("/unexplained")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getUnexplainedPayments",
            summary = "Payments that differ from KakaoPay's order, which does not say why",
            description = "Whichever comparison found it. Each is compared again until it is explained.")
    @APIResponse(responseCode = "200", description = "A page, in the order in which they were compared last")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<ComparedPaymentPageResponse>> unexplained(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_RESULTS) int limit) {
        return findComparisons.unexplained(locationId, cursor, limit).map(ComparisonResource::fresh);
    }

    @POST
    @Path("/{comparisonId}/stop")
    @Cancellable(false)
    @Unaudited("the comparison has who stopped it, and is never removed")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "stopComparison",
            summary = "Stops a comparison",
            description = "What it has found stays recorded. One that is over is not changed.")
    @APIResponse(responseCode = "200", description = "The comparison; its status says whether it was stopped")
    @APIResponse(responseCode = "404", description = "No such comparison of this location")
    public Uni<RestResponse<ComparisonResponse>> stop(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("comparisonId") String comparisonId) {
        UUID id = PathIds.uuid(comparisonId);
        return stopComparison
                .stop(locationId, id, caller.subject())
                .chain(() -> findComparisons.one(locationId, id))
                .map(ComparisonResource::fresh);
    }

    private static String checked(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        return key;
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
