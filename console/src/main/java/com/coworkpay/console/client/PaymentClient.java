package com.coworkpay.console.client;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// payment-service, asked with the person's own token.
@RegisterRestClient(configKey = "payment")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@AccessToken
@Path("/v1/locations/{location}/payments")
public interface PaymentClient {

    @GET
    @Path("/{payment}")
    Uni<Payment> payment(@PathParam("location") String location, @PathParam("payment") String payment);

    /// One that is not paid; it moves no money.
    @POST
    @Path("/{payment}/cancel")
    Uni<Payment> cancel(@PathParam("location") String location, @PathParam("payment") String payment);

    @GET
    @Path("/manual-review")
    Uni<Review.Payments> manualReview(
            @PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/audit")
    Uni<Audit> audit(
            @PathParam("location") String location,
            @QueryParam("paymentId") @Nullable String payment,
            @QueryParam("action") List<String> actions,
            @QueryParam("limit") int limit);

    @POST
    @Path("/{payment}/inquiry")
    Uni<Payment> inquiry(@PathParam("location") String location, @PathParam("payment") String payment);

    @POST
    @Path("/{payment}/resolution")
    Uni<Void> resolve(
            @PathParam("location") String location,
            @PathParam("payment") String payment,
            @HeaderParam("Idempotency-Key") String key,
            Review.PaymentResolution resolution);
}
