package com.coworkpay.console.client;

import com.coworkpay.console.client.Connection.CheckAnswer;
import com.coworkpay.console.client.Connection.ConnectRequest;
import com.coworkpay.console.client.Connection.SettingsRequest;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// integration-service, asked with the person's own token.
@RegisterRestClient(configKey = "integration")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@AccessToken
@Path("/v1/locations")
public interface IntegrationClient {

    /// Those of the caller, each with the caller's permissions there.
    @GET
    Uni<LocationPage> locations(
            @QueryParam("locationId") @Nullable String locationId,
            @QueryParam("query") @Nullable String query,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/{location}/kakaopay")
    Uni<Connection> connection(@PathParam("location") String location);

    @PUT
    @Path("/{location}/kakaopay/connection")
    Uni<Connection> connect(
            @PathParam("location") String location,
            @HeaderParam("If-Match") @Nullable String version,
            ConnectRequest request);

    @POST
    @Path("/{location}/kakaopay/connection/check")
    Uni<CheckAnswer> check(@PathParam("location") String location);

    @PATCH
    @Path("/{location}/kakaopay/settings")
    Uni<Connection> settings(
            @PathParam("location") String location, @HeaderParam("If-Match") String version, SettingsRequest request);

    @GET
    @Path("/{location}/kakaopay/history")
    Uni<History> history(@PathParam("location") String location, @QueryParam("cursor") @Nullable String cursor);

    @DELETE
    @Path("/{location}/kakaopay/connection")
    Uni<Connection> disconnect(
            @PathParam("location") String location,
            @QueryParam("confirm") boolean confirmed,
            @HeaderParam("If-Match") String version);
}
