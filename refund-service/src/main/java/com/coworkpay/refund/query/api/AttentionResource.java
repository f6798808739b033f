package com.coworkpay.refund.query.api;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.query.FindRefunds;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a person has to look at.
@Path("/v1/locations/{locationId}/refunds/attention")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
public class AttentionResource {

    private final FindRefunds findRefunds;

    AttentionResource(FindRefunds findRefunds) {
        this.findRefunds = findRefunds;
    }

    /// One refund and its payment.
    @Schema(name = "RefundNeedingAttention")
    public record Flagged(UUID paymentId, RefundView refund) {
        static Flagged of(JsonObject state) {
            return new Flagged(UUID.fromString(state.getString("paymentId")), RefundView.of(state));
        }
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(operationId = "getRefundsNeedingAttention", summary = "Refunds that a person has to look at")
    @APIResponse(responseCode = "200", description = "At most 200, oldest first")
    public Uni<List<Flagged>> attention(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId) {
        return findRefunds
                .inManualReview(locationId)
                .map(found -> found.stream().map(Flagged::of).toList());
    }
}
