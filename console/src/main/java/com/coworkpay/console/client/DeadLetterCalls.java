package com.coworkpay.console.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Dead letters of a service, for operators; each service that consumes events has the same calls.
public interface DeadLetterCalls {

    @GET
    Uni<DeadLetter.Page> page(
            @QueryParam("status") @Nullable String status,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/{id}")
    Uni<DeadLetter.Details> one(@PathParam("id") String id);

    /// @param what `replay`, `dismissal` or `notes`
    @POST
    @Path("/{id}/{what}")
    Uni<DeadLetter.Details> act(@PathParam("id") String id, @PathParam("what") String what, DeadLetter.Note note);
}
