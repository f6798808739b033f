package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.problem.Text;
import com.coworkpay.refund.ledger.PathIds;
import com.coworkpay.refund.settlement.AnswerProposal.ProposalAnswer;
import com.coworkpay.refund.settlement.ProposedResolution.Ending;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Resolutions above the location's limit, which wait for another person.
@Path("/v1/locations/{locationId}")
@Tag(name = "Refunds")
@Produces(MediaType.APPLICATION_JSON)
class ProposedResolutionResource {

    private static final int MAX_PAGE_SIZE = 200;

    private final FindProposals findProposals;
    private final AnswerProposal answerProposal;
    private final CurrentActor actor;

    ProposedResolutionResource(FindProposals findProposals, AnswerProposal answerProposal, CurrentActor actor) {
        this.findProposals = findProposals;
        this.answerProposal = answerProposal;
        this.actor = actor;
    }

    /// A page of those that wait.
    @Schema(name = "ProposedResolutionPageResponse")
    public record ProposedResolutionPageResponse(
            @Schema(description = "Oldest first") List<ProposedResolutionResponse> resolutions,

            @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
            String nextCursor) {}

    /// What another person answers.
    @Schema(name = "ResolutionApprovalRequest")
    record ResolutionApprovalRequest(
            @NotNull Answer answer,

            @Schema(
                    implementation = String.class,
                    minLength = 1,
                    maxLength = 500,
                    description = "For colleagues; no personal data. Needed to decline")
            @Text(max = 500)
            @Nullable
            HumanText note) {

        /// What can be answered.
        @Schema(name = "ResolutionAnswer")
        enum Answer {
            APPROVED,
            DECLINED
        }
    }

    @GET
    @Path("/refunds/proposed-resolutions")
    @PermissionsAllowed(Permissions.PAYMENT_READ)
    @Operation(
            operationId = "getProposedResolutions",
            summary = "Resolutions of refunds that wait for another person",
            description = "Above the location's limit. Each is made when it is approved, or expires.")
    @APIResponse(responseCode = "200", description = "A page of them, oldest first")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the cursor is of another list")
    public Uni<RestResponse<ProposedResolutionPageResponse>> waiting(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @QueryParam("paymentId") @Parameter(description = "Of this payment alone") @Nullable UUID paymentId,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the previous page") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MAX_PAGE_SIZE) int limit) {
        String question = PageCursor.question("proposed resolutions", locationId, paymentId);
        return findProposals
                .page(locationId, paymentId, PageCursor.InTime.of(cursor, question), limit)
                .map(found -> fresh(page(found, question, limit)));
    }

    /// @param found one more than `limit` if there is a next page
    private static ProposedResolutionPageResponse page(List<ProposedResolution> found, String question, int limit) {
        List<ProposedResolution> shown = found.subList(0, Math.min(limit, found.size()));
        return new ProposedResolutionPageResponse(
                shown.stream().map(ProposedResolutionResponse::of).toList(),
                found.size() > limit
                        ? new PageCursor.InTime(
                                        shown.getLast().proposedAt(),
                                        shown.getLast().id())
                                .cursor(question)
                        : null);
    }

    @POST
    @Path("/payments/{paymentId}/refunds/{refundId}/resolution/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Audited({"REFUND_RESOLVED", "RESOLUTION_DECLINED"})
    @PermissionsAllowed(Permissions.REFUND_APPROVE)
    @Operation(
            operationId = "answerProposedResolution",
            summary = "Approves or declines a resolution that waits for another person",
            description =
                    "Never by the person who proposed it. An order inquiry is made when it is approved; if the resolution is"
                            + " refused then, it waits on. The same answer of the same person again changes nothing.")
    @APIResponse(responseCode = "200", description = "The proposed resolution after it")
    @APIResponse(responseCode = "400", description = "A field is wrong, or a declined one has no note")
    @APIResponse(responseCode = "403", description = "Another person has to answer")
    @APIResponse(responseCode = "404", description = "Nothing was proposed for such a refund")
    @APIResponse(responseCode = "409", description = "Nothing waits, or KakaoPay contradicts or does not confirm it")
    public Uni<RestResponse<ProposedResolutionResponse>> answer(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId,
            @NotNull @Valid ResolutionApprovalRequest request) {
        return answered(
                locationId, paymentId, refundId, Ending.valueOf(request.answer().name()), request.note());
    }

    @POST
    @Path("/payments/{paymentId}/refunds/{refundId}/resolution/withdrawal")
    @Cancellable(false)
    @Audited("RESOLUTION_WITHDRAWN")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    @Operation(
            operationId = "withdrawProposedResolution",
            summary = "Takes a resolution back that waits for another person",
            description = "By the person who proposed it.")
    @APIResponse(responseCode = "200", description = "The proposed resolution after it")
    @APIResponse(responseCode = "403", description = "Somebody else proposed it")
    @APIResponse(responseCode = "404", description = "Nothing was proposed for such a refund")
    @APIResponse(responseCode = "409", description = "Nothing waits")
    public Uni<RestResponse<ProposedResolutionResponse>> withdraw(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @PathParam("refundId") String refundId) {
        return answered(locationId, paymentId, refundId, Ending.WITHDRAWN, null);
    }

    private Uni<RestResponse<ProposedResolutionResponse>> answered(
            String locationId, String paymentId, String refundId, Ending ending, @Nullable HumanText note) {
        return answerProposal
                .answer(new ProposalAnswer(
                        locationId,
                        PathIds.uuid(paymentId),
                        PathIds.uuid(refundId),
                        ending,
                        note == null ? null : note.text(),
                        actor.get()))
                .map(proposed -> fresh(ProposedResolutionResponse.of(proposed)));
    }

    private static <T> RestResponse<T> fresh(T view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("Cache-Control", "no-store")
                .build();
    }
}
