package com.coworkpay.integration.connection;

import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/internal/accounts/{accountId}/credential-status")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal", description = "For the suite's own services; never routed from outside.")
class CredentialStatusResource {

    private final RecordCredentialStatus recordCredentialStatus;
    private final CurrentActor actor;

    CredentialStatusResource(RecordCredentialStatus recordCredentialStatus, CurrentActor actor) {
        this.recordCredentialStatus = recordCredentialStatus;
        this.actor = actor;
    }

    @POST
    @Audited("CHECKED")
    @PermissionsAllowed(Permissions.CREDENTIAL_READ)
    @Cancellable(false)
    @Operation(
            operationId = "reportCredentialStatus",
            summary = "Report what a call to KakaoPay found out about an account's credential. What is no news changes"
                    + " nothing.")
    @APIResponse(responseCode = "204", description = "Known now")
    @APIResponse(responseCode = "400", description = "A result that says nothing about the credential")
    @APIResponse(responseCode = "404", description = "No such account")
    public Uni<RestResponse<Void>> record(
            @PathParam("accountId") UUID accountId, @NotNull @Valid CredentialStatusRequest request) {
        if (!request.result().isConclusive()) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field("result");
        }
        return recordCredentialStatus
                .record(accountId, request.credentialVersion(), request.result(), actor.get())
                .replaceWith(RestResponse.noContent());
    }

    /// What KakaoPay's answer to a call said about the credential.
    ///
    /// @param credentialVersion the one that was used
    @Schema(name = "CredentialStatusRequest")
    record CredentialStatusRequest(
            @NotNull @Min(1) Long credentialVersion,

            @NotNull
            @Schema(
                    description = "One of these: ACCEPTED, WRONG_KEY, WRONG_CID, DOMAIN_NOT_REGISTERED, NOT_ENABLED or"
                            + " IP_NOT_ALLOWED")
            CheckResult result) {}
}
