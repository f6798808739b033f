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

/// refund-service's batches, asked with the person's own token.
@RegisterRestClient(configKey = "refund")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@AccessToken
@Path("/v1/locations/{location}/refund-batches")
public interface BatchClient {

    @GET
    Uni<Batch.Page> batches(@PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @POST
    Uni<Batch> start(
            @PathParam("location") String location, @HeaderParam("Idempotency-Key") String key, Batch.Request request);

    @GET
    @Path("/{batch}")
    Uni<Batch> batch(@PathParam("location") String location, @PathParam("batch") String batch);

    @GET
    @Path("/{batch}/payments")
    Uni<Batch.Payments> payments(
            @PathParam("location") String location,
            @PathParam("batch") String batch,
            @QueryParam("outcome") List<String> outcomes,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/{batch}/confirmation")
    Uni<Batch> confirm(
            @PathParam("location") String location, @PathParam("batch") String batch, Batch.Confirmation confirmation);

    @POST
    @Path("/{batch}/approval")
    Uni<Batch> answer(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Answer answer);

    @POST
    @Path("/{batch}/withdrawal")
    Uni<Batch> withdraw(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Note why);

    @POST
    @Path("/{batch}/dismissal")
    Uni<Batch> dismiss(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Note why);

    @POST
    @Path("/{batch}/pause")
    Uni<Batch> pause(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Note why);

    @POST
    @Path("/{batch}/resumption")
    Uni<Batch> resume(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Note why);

    @POST
    @Path("/{batch}/stop")
    Uni<Batch> stop(@PathParam("location") String location, @PathParam("batch") String batch, Batch.Note why);
}
