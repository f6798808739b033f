package com.coworkpay.console.client;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// reporting-service, asked with the person's own token.
@RegisterRestClient(configKey = "reporting")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@RegisterProvider(FromAddress.class)
@AccessToken
@Path("/v1/locations/{location}")
public interface ReportingClient {

    @GET
    @Path("/transactions")
    Uni<Transaction.Page> transactions(
            @PathParam("location") String location,
            @BeanParam TransactionFilter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/transactions/totals")
    Uni<Transaction.Totals> totals(@PathParam("location") String location, @BeanParam TransactionFilter filter);

    @GET
    @Path("/transactions/audit")
    Uni<Audit> audit(@PathParam("location") String location, @QueryParam("limit") int limit);

    @GET
    @Path("/transactions/{id}")
    Uni<Transaction.Found> transaction(@PathParam("location") String location, @PathParam("id") String id);

    /// @param by `day`, `week`, `month`, `type`, `method` or `status`
    @GET
    @Path("/transactions/summary")
    Uni<Summary> summary(
            @PathParam("location") String location,
            @QueryParam("by") String by,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to);
}
