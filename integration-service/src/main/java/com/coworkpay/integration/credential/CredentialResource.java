package com.coworkpay.integration.credential;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/internal/accounts/{accountId}/credential")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal", description = "For the suite's own services; never routed from outside.")
class CredentialResource {

    private final IssueCredential issueCredential;
    private final CurrentActor actor;

    CredentialResource(IssueCredential issueCredential, CurrentActor actor) {
        this.issueCredential = issueCredential;
        this.actor = actor;
    }

    @GET
    @Audited("CREDENTIAL_RELEASED")
    @PermissionsAllowed(Permissions.CREDENTIAL_READ)
    @Cancellable(false)
    @Operation(
            operationId = "issueCredential",
            summary = "The newest accepted credential of a merchant account. Every answer leaves an audit row.")
    @APIResponse(
            responseCode = "200",
            description = "Not to be stored",
            content = @Content(schema = @Schema(implementation = CredentialResponse.class)))
    @APIResponse(responseCode = "404", description = "No such account")
    public Uni<RestResponse<CredentialResponse>> issue(@PathParam("accountId") UUID accountId) {
        return issueCredential.of(accountId, actor.get()).map(found -> RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
