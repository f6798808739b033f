package com.coworkpay.platform.testkit.sample.wrong;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/v1")
class Endpoints {
    @GET
    @Path("/payments/{paymentId}")
    @PermissionsAllowed("payment:read")
    public void withoutLocation() throws InterruptedException {
        Thread.sleep(1);
        Uni.createFrom().voidItem().await().indefinitely();
    }

    @POST
    @Path("/locations/{locationId}/payments")
    public void unprotected() {}

    @GET
    @Path("/locations/{locationId}/open")
    @PermitAll
    public void open() {}

    @GET
    @Path("/locations/{location}/payments")
    @PermissionsAllowed("payment:read")
    public void otherName() {}

    @GET
    @Path("/return/{paymentId}/{signature}/approved")
    public void payerLockedOut() {}
}
