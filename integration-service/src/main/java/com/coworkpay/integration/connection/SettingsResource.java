package com.coworkpay.integration.settings.api;

import com.coworkpay.integration.access.api.CurrentActor;
import com.coworkpay.integration.connection.api.ConnectionPresenter;
import com.coworkpay.integration.connection.api.ConnectionResponse;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.settings.ChangeSettings;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/v1/locations/{locationId}/kakaopay/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Tag(name = "KakaoPay connection")
public class SettingsResource {

    private final ChangeSettings changeSettings;
    private final ConnectionPresenter presenter;
    private final CurrentActor actor;

    SettingsResource(ChangeSettings changeSettings, ConnectionPresenter presenter, CurrentActor actor) {
        this.changeSettings = changeSettings;
        this.presenter = presenter;
        this.actor = actor;
    }

    @PATCH
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Cancellable(false)
    @Operation(
            operationId = "changeKakaoPaySettings",
            summary = "Set what KakaoPay may be used for, and automatic refunds. What is left out stays.")
    @APIResponse(
            responseCode = "200",
            description = "The connection with its switches",
            content = @Content(schema = @Schema(implementation = ConnectionResponse.class)))
    @APIResponse(responseCode = "409", description = "Not connected")
    public Uni<RestResponse<ConnectionResponse>> change(
            @PathParam("locationId") String locationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull SettingsRequest request) {
        return changeSettings
                .change(locationId, request.toChange(), Precondition.ifMatch(ifMatch), actor.get())
                .chain(presenter::present);
    }
}
