package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.PageCursor;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
                .page(locationId, filter, PageCursor.InTime.of(cursor, filter.question(locationId)), limit)
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
    @Path("/summary")
    @PermissionsAllowed(Permissions.REPORT_READ)
    @Operation(
            operationId = "getTransactionSummary",
            summary = "What was taken and what went back, by day, week, month, type, method or status",
            description = "A payment counts on the day on which KakaoPay took it, and each refund on the day on which"
                    + " KakaoPay gave it back, one that is on its way on the day of its request; days are the location's."
                    + " So a day's refunds may be of older payments, and the figures differ from the totals of the same"
                    + " days, which are of the payments of these days whenever they were refunded; without days both are"
                    + " the same. The other filters choose transactions. `day`, `week` and `month` need `from` and `to`,"
                    + " and have a group for each, also where nothing happened: at most 400.")
    @APIResponse(responseCode = "200", description = "The groups, by time or by name, and all of them together")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or there would be too many groups")
    public Uni<RestResponse<SummaryResponse>> summary(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("by") @NotNull @Parameter(description = "What makes a group. Weeks begin on Monday")
                    SummaryBy by,
            @BeanParam FilterParams params) {
        return readTransactions.summary(locationId, by, params.filter()).map(TransactionsResource::fresh);
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

    private static <T> RestResponse<T> fresh(T response) {
        return RestResponse.ResponseBuilder.ok(response)
                .header("Cache-Control", "no-store")
                .build();
    }
}
