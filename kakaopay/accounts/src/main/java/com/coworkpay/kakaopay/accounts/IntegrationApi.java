package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.CredentialKind;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// integration-service's hand-over of credentials, and where it receives what calls found out about them.
@RegisterRestClient(configKey = "integration")
@Path("/internal/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
interface IntegrationApi {

    @GET
    @Path("/credential")
    Uni<IssuedCredential> credential(
            @PathParam("accountId") String accountId, @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("/credential-status")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> reportStatus(
            @PathParam("accountId") String accountId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            CredentialStatusRequest status);

    /// @param result a word of integration-service's
    record CredentialStatusRequest(long credentialVersion, String result) {}

    /// @param refused whether the page shows it as refused; absent from a pod of the former version
    @JsonIgnoreProperties(ignoreUnknown = true)
    record IssuedCredential(
            String accountId,
            String cid,
            @Nullable Boolean refused,
            CredentialKind kind,
            String key,
            long version,
            @Nullable Previous previous) {
        /// Never the key.
        @Override
        public String toString() {
            return "credential of " + accountId + ", version " + version;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Previous(CredentialKind kind, String key, long version, Instant usableUntil) {
        @Override
        public String toString() {
            return "previous credential, version " + version;
        }
    }
}
