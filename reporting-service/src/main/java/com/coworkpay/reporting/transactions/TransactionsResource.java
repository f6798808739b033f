package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The Transactions report of a location.
@Path("/v1/locations/{locationId}/transactions")
@Tag(name = "Transactions")
@Produces(MediaType.APPLICATION_JSON)
class TransactionsResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final ReadTransactions readTransactions;

    TransactionsResource(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    @GET
    @PermissionsAllowed(Permissions.REPORT_READ)
    @Operation(
            operationId = "getTransactions",
            summary = "Transactions, newest first",
            description = "Pages stand still while rows come and go. A payment that is paid between two pages moves to"
                    + " the time at which it was.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<RestResponse<TransactionPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam FilterParams params,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        Filter filter = params.filter();
        return readTransactions
                .page(locationId, filter, behind(cursor, locationId, filter), limit)
                .map(TransactionsResource::fresh);
    }

    @GET
    @Path("/totals")
    @PermissionsAllowed(Permissions.REPORT_READ)
    @Operation(operationId = "getTransactionTotals", summary = "What the transactions of a filter add up to")
    @APIResponse(responseCode = "200", description = "The sums of the rows, without test accounts")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<RestResponse<TotalsResponse>> totals(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam FilterParams params) {
        return readTransactions.totals(locationId, params.filter()).map(TransactionsResource::fresh);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.REPORT_READ)
    @Operation(operationId = "getTransaction", summary = "One transaction by its id, KakaoPay's Order ID")
    @APIResponse(responseCode = "200", description = "The transaction")
    @APIResponse(responseCode = "404", description = "No such transaction at this location, or not known here yet")
    public Uni<RestResponse<TransactionResponse>> one(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId, @PathParam("id") UUID id) {
        return readTransactions.one(locationId, id).map(TransactionsResource::fresh);
    }

    private static @Nullable Cursor behind(@Nullable String cursor, String locationId, Filter filter) {
        return cursor == null
                ? null
                : Cursor.decode(cursor, locationId, filter)
                        .orElseThrow(() -> ProblemException.of(ReportingProblem.INVALID_CURSOR)
                                .field("cursor"));
    }

    private static <T> RestResponse<T> fresh(T response) {
        return RestResponse.ResponseBuilder.ok(response)
                .header("Cache-Control", "no-store")
                .build();
    }
}
