package com.coworkpay.payment.review;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.PageCursor;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The payments in manual review.
@Path("/v1/locations/{locationId}/payments/manual-review")
@Tag(name = "Payments")
@Produces(MediaType.APPLICATION_JSON)
class PaymentReviewResource {

    private final FindReviews findReviews;

    PaymentReviewResource(FindReviews findReviews) {
        this.findReviews = findReviews;
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getPaymentsInManualReview",
            summary = "Lists the payments in manual review",
            description =
                    "Their outcome has been unknown for at least 30 minutes, or KakaoPay's answer does not fit them."
                            + " Scheduled inquiries continue.")
    @APIResponseSchema(
            value = PaymentReviewPageResponse.class,
            responseCode = "200",
            responseDescription = "A page, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Uni<RestResponse<PaymentReviewPageResponse>> reviews(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Parameter(description = "`nextCursor` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Payments on a page") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100)
                    int limit) {
        return findReviews
                .page(locationId, PageCursor.InTime.of(cursor, PaymentReviewPageResponse.question(locationId)), limit)
                .map(found -> PaymentReviewPageResponse.of(locationId, found, limit))
                .map(page -> RestResponse.ResponseBuilder.ok(page)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
