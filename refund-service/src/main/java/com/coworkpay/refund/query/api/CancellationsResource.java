package com.coworkpay.refund.query.api;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.query.FindCancellations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What has become of a cancellation, for the staff of the location and for the booking system: decided, or waiting
/// for a payment that may never come.
@Path("/v1/locations/{locationId}/cancellations")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
public class CancellationsResource {

    /// Ids as events bring them, which the database can look for.
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[^\\x00]{1,200}");

    private final FindCancellations findCancellations;

    CancellationsResource(FindCancellations findCancellations) {
        this.findCancellations = findCancellations;
    }

    @GET
    @Path("/{cancellationId}")
    @PermissionsAllowed({Permissions.PAYMENT_READ, Permissions.PAYMENT_CREATE})
    @Operation(operationId = "getCancellation", summary = "What has become of a cancellation")
    @APIResponse(responseCode = "200", description = "How it stands, with every decision about it and why")
    @APIResponse(responseCode = "404", description = "No such cancellation was heard of at this location")
    public Uni<RestResponse<CancellationView>> cancellation(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("cancellationId") String cancellationId) {
        if (!ID.matcher(cancellationId).matches()) {
            throw PathIds.notFound();
        }
        return findCancellations
                .byId(locationId, cancellationId)
                .map(found -> found.map(CancellationView::of).orElseThrow(PathIds::notFound))
                .map(CancellationsResource::fresh);
    }

    @GET
    @PermissionsAllowed({Permissions.PAYMENT_READ, Permissions.PAYMENT_CREATE})
    @Operation(operationId = "getCancellationsOfPayable", summary = "The cancellations of one booking, ticket or order")
    @APIResponse(responseCode = "200", description = "At most 100, the latest first; none is an empty list")
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
    public Uni<RestResponse<List<CancellationView>>> ofPayable(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("payableType") @Nullable String payableType,
            @QueryParam("payableId") @Nullable String payableId) {
        return findCancellations
                .ofPayable(new Payable(locationId, type(payableType), id(payableId)))
                .map(found -> found.stream().map(CancellationView::of).toList())
                .map(CancellationsResource::fresh);
    }

    private static PayableType type(@Nullable String text) {
        for (PayableType type : PayableType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("payableType");
    }

    private static String id(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("payableId");
        }
        return text;
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
