package com.coworkpay.console.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Whoever types the host alone.
@Path("/")
public class RootPage {

    @GET
    public Response show() {
        return Response.seeOther(URI.create("/console")).build();
    }
}
