package com.coworkpay.payment.query;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.problem.PageCursor;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The payments of a location, or those of the payer who asks.
@Path("/v1/locations/{locationId}/payments")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
class PaymentListResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final ListPayments listPayments;
    private final Caller caller;

    PaymentListResource(ListPayments listPayments, Caller caller) {
        this.listPayments = listPayments;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getPayments",
            summary = "Lists payments, newest first",
            description = "With payment:read or payment:create all of the location's, by when they were begun; with a"
                    + " payer's own token theirs. Pages stand still while payments come.")
    @APIResponseSchema(value = PaymentPageResponse.class, responseCode = "200", responseDescription = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "A payer asked for those of another payer")
    public Uni<RestResponse<PaymentPageResponse>> page(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam PaymentFilterParams params,
            @Parameter(description = "`nextCursor` of the page before, for the same filter")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor,
            @Parameter(description = "Payments on a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MAX_PAGE_SIZE)
                    int limit) {
        PaymentReader reader = PaymentReader.of(caller, locationId);
        PaymentFilter filter = params.filter();
        if (reader.onlyOfPayer() != null
                && filter.payerId() != null
                && !filter.payerId().equals(reader.onlyOfPayer())) {
            throw reader.otherwise();
        }
        var after = PageCursor.InTime.of(cursor, PaymentPageResponse.question(reader, filter));
        return listPayments.page(reader, filter, after, limit).map(page -> RestResponse.ResponseBuilder.ok(page)
                .header("Cache-Control", "no-store")
                .build());
    }
}
