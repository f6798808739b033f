package com.coworkpay.platform.testkit.sample.house.kitchen;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/")
class Endpoints {
    @PUT
    @Path("v1/locations/{locationId}")
    @PermissionsAllowed("location:manage")
    public void location() {}

    @GET
    @Path("/v1/locations/{locationId: [a-z]+}/payments/{paymentId}")
    @Authenticated
    public void ofALocation() {}

    @GET
    @Path("/internal/accounts/{accountId}/credential")
    @PermissionsAllowed("credential:read")
    public void internal() {}

    @GET
    @Path("/v1/return/{paymentId}/{signature}/approved")
    @PermitAll
    public void wayBack() {}
}
