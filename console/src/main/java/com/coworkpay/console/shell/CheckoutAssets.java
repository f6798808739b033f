package com.coworkpay.console.shell;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The same files at the checkout's door, which has a host of its own in production.
@Path("/checkout/assets")
@PermitAll
public class CheckoutAssets {

    @GET
    @Path("{digest}/{name}")
    public Response get(@PathParam("digest") String digest, @PathParam("name") String name) {
        return Assets.file(digest, name);
    }
}
