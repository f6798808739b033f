package com.coworkpay.platform.problem;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// Called by others, with parameters of their own.
@AnyQuery
@Path("/open")
public class OpenResource {

    @GET
    public Uni<String> open() {
        return Uni.createFrom().item("ok");
    }
}
