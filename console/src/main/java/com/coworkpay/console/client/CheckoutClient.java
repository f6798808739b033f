package com.coworkpay.console.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// payment-service's checkouts: the signature in the address is the permission, nobody is signed in.
@RegisterRestClient(configKey = "payment")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@Path("/v1/checkouts/{checkout}/{signature}")
public interface CheckoutClient {

    @GET
    Uni<Checkout> checkout(@PathParam("checkout") String checkout, @PathParam("signature") String signature);

    @POST
    @Path("/payments")
    Uni<Checkout.Begun> pay(
            @PathParam("checkout") String checkout,
            @PathParam("signature") String signature,
            @HeaderParam("Idempotency-Key") String key,
            Checkout.PayRequest request);

    @POST
    @Path("/payments/{payment}/cancel")
    Uni<Checkout> cancel(
            @PathParam("checkout") String checkout,
            @PathParam("signature") String signature,
            @PathParam("payment") String payment);
}
