package com.coworkpay.platform.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

/// One endpoint of each kind that a service has.
@Path("/")
public class SampleResource {

    record Wish(@NotBlank String what) {}

    private final Caller caller;

    SampleResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    @Path("v1/locations/{locationId}/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permissions.REFUND_CREATE)
    public Uni<String> refund(@PathParam("locationId") String locationId, @Valid Wish wish) {
        return Uni.createFrom().item("refunded by " + caller.subject());
    }

    @GET
    @Path("v1/locations/{locationId}/integration")
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    public Uni<String> integration(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/payments")
    @PermissionsAllowed({Permissions.PAYMENT_READ, Permissions.PAYMENT_CREATE})
    public Uni<String> payments(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/approvals")
    @PermissionsAllowed(Permissions.REFUND_APPROVE)
    public Uni<String> approvals(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/payments/p-1/resolution")
    @PermissionsAllowed(Permissions.PAYMENT_RESOLVE)
    public Uni<String> paymentResolution(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/refunds/r-1/resolution")
    @PermissionsAllowed(Permissions.REFUND_RESOLVE)
    public Uni<String> refundResolution(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/reports")
    @PermissionsAllowed(Permissions.REPORT_READ)
    public Uni<String> reports(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}")
    @PermissionsAllowed(Permissions.LOCATION_MANAGE)
    public Uni<String> location(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("v1/locations/{locationId}/mine")
    @Authenticated
    public Uni<String> mine(@PathParam("locationId") String locationId) {
        return Uni.createFrom()
                .item("%s %s %s"
                        .formatted(
                                caller.subject(),
                                caller.isKnownAt(locationId),
                                caller.may(locationId, Permissions.PAYMENT_READ)));
    }

    @GET
    @Path("v1/locations/{locationId}/forgotten")
    public Uni<String> forgotten(@PathParam("locationId") String locationId) {
        return ok();
    }

    @GET
    @Path("internal/credential")
    @PermissionsAllowed(Permissions.CREDENTIAL_READ)
    public Uni<String> credential() {
        return ok();
    }

    @GET
    @Path("v1/return/home")
    @PermitAll
    public Uni<String> open() {
        return ok();
    }

    private static Uni<String> ok() {
        return Uni.createFrom().item("ok");
    }
}
