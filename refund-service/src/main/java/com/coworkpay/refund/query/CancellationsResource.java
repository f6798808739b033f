package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.ledger.PathIds;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The status of cancellations, for the location's staff and for the booking system.
@Path("/v1/locations/{locationId}/cancellations")
@Tag(name = "Cancellations")
@Produces(MediaType.APPLICATION_JSON)
class CancellationsResource {

    private static final int MAX_ID_LENGTH = 200;

    private final FindCancellations findCancellations;

    CancellationsResource(FindCancellations findCancellations) {
        this.findCancellations = findCancellations;
    }

    @GET
    @Path("/{cancellationId}")
    @PermissionsAllowed({Permissions.PAYMENT_READ, Permissions.PAYMENT_CREATE})
    @Operation(
            operationId = "getCancellation",
            summary = "The status of a cancellation",
            description =
                    "A list: several payables may have a cancellation with the same id. For ids that a path cannot"
                            + " hold (`set-aside`, `..`) use the parameter cancellationId of the list.")
    @APIResponse(responseCode = "200", description = "One of each payable, with every decision about it and why")
    @APIResponse(responseCode = "404", description = "No such cancellation was received at this location")
    public Uni<RestResponse<List<CancellationResponse>>> cancellation(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("cancellationId") String cancellationId) {
        if (!isId(cancellationId)) {
            throw PathIds.notFound();
        }
        return find(locationId, null, cancellationId)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw PathIds.notFound();
                    }
                    return found;
                })
                .map(CancellationsResource::fresh);
    }

    @GET
    @PermissionsAllowed({Permissions.PAYMENT_READ, Permissions.PAYMENT_CREATE})
    @Operation(
            operationId = "getCancellations",
            summary = "The cancellations of one booking, ticket or order, or of one id",
            description = "By payableType and payableId, by cancellationId, or by all three.")
    @APIResponse(responseCode = "200", description = "At most 100, the latest first; none is an empty list")
    @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
    public Uni<RestResponse<List<CancellationResponse>>> cancellations(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("payableType") @Nullable String payableType,
            @QueryParam("payableId") @Nullable String payableId,
            @QueryParam("cancellationId") @Nullable String cancellationId) {
        if (cancellationId != null && !isId(cancellationId)) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("cancellationId");
        }
        boolean anyPayable = cancellationId != null && payableType == null && payableId == null;
        PayableRef payable = anyPayable ? null : new PayableRef(locationId, type(payableType), id(payableId));
        return find(locationId, payable, cancellationId).map(CancellationsResource::fresh);
    }

    private Uni<List<CancellationResponse>> find(
            String locationId, @Nullable PayableRef payable, @Nullable String cancellationId) {
        return findCancellations
                .find(locationId, payable, cancellationId)
                .map(found -> found.stream().map(CancellationResponse::of).toList());
    }

    /// The same limits as in events, and no character that the database cannot hold.
    private static boolean isId(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= 1 && characters <= MAX_ID_LENGTH && text.indexOf('\0') < 0;
    }

    private static PayableType type(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(PayableType::find).orElseThrow(() -> ProblemException.of(
                        CommonProblem.INVALID_REQUEST)
                .field("payableType"));
    }

    private static String id(@Nullable String text) {
        if (text == null || !isId(text)) {
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
