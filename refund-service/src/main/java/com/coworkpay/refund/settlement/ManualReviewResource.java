package com.coworkpay.refund.settlement;

import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.ledger.RefundResponse;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Refunds in manual review.
@Path("/v1/locations/{locationId}/refunds/manual-review")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
class ManualReviewResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final FindReviews reviews;

    ManualReviewResource(FindReviews reviews) {
        this.reviews = reviews;
    }

    /// One refund and its payment.
    @Schema(name = "RefundInReviewResponse")
    public record RefundInReviewResponse(
            UUID paymentId,

            @Schema(description = "Cancels that were sent and may have taken effect")
            int attempts,

            @Schema(description = "When a worker takes it again") @Nullable
            Instant nextCheckAt,

            RefundResponse refund) {
        static RefundInReviewResponse of(Refund refund) {
            return new RefundInReviewResponse(
                    refund.paymentId(), refund.cancelAttempts(), refund.nextCheckAt(), RefundResponse.of(refund));
        }
    }

    /// A page of them.
    @Schema(name = "RefundReviewPageResponse")
    public record RefundReviewPageResponse(
            @Schema(description = "Oldest first") List<RefundInReviewResponse> refunds,

            @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
            String nextCursor) {
        /// @param found one more than `limit` if there is a next page
        static RefundReviewPageResponse of(String locationId, List<ManualReviewStore.Found> found, int limit) {
            List<ManualReviewStore.Found> shown = found.subList(0, Math.min(limit, found.size()));
            return new RefundReviewPageResponse(
                    shown.stream()
                            .map(ManualReviewStore.Found::refund)
                            .filter(Objects::nonNull)
                            .map(RefundInReviewResponse::of)
                            .toList(),
                    found.size() > limit ? shown.getLast().place().cursor(question(locationId)) : null);
        }
    }

    @GET
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getRefundsInManualReview",
            summary = "Refunds in manual review",
            description =
                    "Each continues by itself as soon as it can. POST …/inquiry makes an order inquiry now, POST …/resolution ends it.")
    @APIResponse(responseCode = "200", description = "A page of them, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RefundReviewPageResponse> manualReview(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        return reviews.page(locationId, PageCursor.InTime.of(cursor, question(locationId)), limit)
                .map(found -> RefundReviewPageResponse.of(locationId, found, limit));
    }

    private static String question(String locationId) {
        return PageCursor.question("refunds in manual review", locationId);
    }
}
