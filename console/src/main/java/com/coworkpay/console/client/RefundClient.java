package com.coworkpay.console.client;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// refund-service, asked with the person's own token.
@RegisterRestClient(configKey = "refund")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@AccessToken
@Path("/v1/locations/{location}")
public interface RefundClient {

    @GET
    @Path("/payments/{payment}/refunds")
    Uni<PaymentRefunds> refunds(@PathParam("location") String location, @PathParam("payment") String payment);

    @POST
    @Path("/payments/{payment}/refunds")
    Uni<PaymentRefunds.Refund> refund(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @HeaderParam("Idempotency-Key") String key,
            PaymentRefunds.Request request);

    @GET
    @Path("/refunds/manual-review")
    Uni<Review.Refunds> manualReview(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/payments/{payment}/refunds/{refund}/inquiry")
    Uni<PaymentRefunds.Refund> inquiry(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund);

    /// 201: it is made; 202: it waits for another person.
    @POST
    @Path("/payments/{payment}/refunds/{refund}/resolution")
    Uni<RestResponse<Void>> resolve(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            @HeaderParam("Idempotency-Key") String key,
            Review.Resolution resolution);

    @GET
    @Path("/refunds/proposed-resolutions")
    Uni<ProposedResolution.Page> proposedResolutions(
            @PathParam("location") String location,
            @QueryParam("paymentId") @Nullable String payment,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/payments/{payment}/refunds/{refund}/resolution/approval")
    Uni<ProposedResolution> answerProposal(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            ProposedResolution.Request answer);

    @POST
    @Path("/payments/{payment}/refunds/{refund}/resolution/withdrawal")
    Uni<ProposedResolution> withdrawProposal(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund);

    @POST
    @Path("/payments/{payment}/refunds/{refund}/approval")
    Uni<PaymentRefunds.Refund> answer(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            RefundApproval.Request answer);

    @POST
    @Path("/payments/{payment}/refunds/{refund}/withdrawal")
    Uni<PaymentRefunds.Refund> withdraw(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @PathParam("refund") String refund,
            RefundApproval.Withdrawal withdrawal);

    @GET
    @Path("/cancellations/set-aside")
    Uni<Review.SetAside> setAside(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/cancellations/set-aside/{id}/{end}")
    Uni<Void> end(
            @PathParam("location") String location,
            @PathParam("id") String id,
            @PathParam("end") String releaseOrDismiss,
            Review.End request);

    @GET
    @Path("/payments/{payment}/refunds/preview")
    Uni<Preview> preview(@PathParam("location") String location, @PathParam("payment") String payment);

    @GET
    @Path("/refunds/audit")
    Uni<Audit> audit(
            @PathParam("location") String location,
            @QueryParam("paymentId") @Nullable String payment,
            @QueryParam("action") List<String> actions,
            @QueryParam("limit") int limit);

    @GET
    @Path("/refunds")
    Uni<LocationRefunds> list(
            @PathParam("location") String location,
            @BeanParam RefundFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/refunds/counts")
    Uni<LocationRefunds.Counts> counts(@PathParam("location") String location);

    @GET
    @Path("/cancellations")
    Uni<LocationCancellations> cancellations(
            @PathParam("location") String location,
            @BeanParam CancellationFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/schedules")
    Uni<Schedule.Page> schedules(@PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/schedules/{kind}")
    Uni<Schedule.Page> schedule(
            @PathParam("location") String location,
            @PathParam("kind") String kind,
            @QueryParam("resourceType") @Nullable String resourceType,
            @QueryParam("resourceId") @Nullable String resourceId);

    @PUT
    @Path("/schedules/{kind}")
    Uni<Schedule.Page> putSchedule(
            @PathParam("location") String location,
            @PathParam("kind") String kind,
            @QueryParam("resourceType") @Nullable String resourceType,
            @QueryParam("resourceId") @Nullable String resourceId,
            Schedule.Change change);

    @DELETE
    @Path("/schedules/{kind}")
    Uni<Schedule.Page> deleteSchedule(
            @PathParam("location") String location,
            @PathParam("kind") String kind,
            @QueryParam("resourceType") @Nullable String resourceType,
            @QueryParam("resourceId") @Nullable String resourceId,
            @QueryParam("validFrom") String validFrom);

    @POST
    @Path("/payments/{payment}/comparisons")
    Uni<PaymentComparison> compare(@PathParam("location") String location, @PathParam("payment") String payment);

    @GET
    @Path("/comparisons")
    Uni<Comparison.Page> comparisons(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/comparisons")
    Uni<Comparison> startComparison(
            @PathParam("location") String location,
            @HeaderParam("Idempotency-Key") String key,
            Comparison.Request request);

    @GET
    @Path("/comparisons/unexplained")
    Uni<Comparison.Payments> unexplained(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/comparisons/{comparison}")
    Uni<Comparison> comparison(@PathParam("location") String location, @PathParam("comparison") String comparison);

    @GET
    @Path("/comparisons/{comparison}/results")
    Uni<Comparison.Payments> comparisonResults(
            @PathParam("location") String location,
            @PathParam("comparison") String comparison,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/comparisons/{comparison}/stop")
    Uni<Comparison> stopComparison(@PathParam("location") String location, @PathParam("comparison") String comparison);
}
