package com.coworkpay.integration.connection;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.UnknownPayableType;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.integration.location.domain.Switches;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
class SettingsResource {

    private final ChangeSettings changeSettings;
    private final ConnectionPresenter presenter;
    private final CurrentActor actor;

    SettingsResource(ChangeSettings changeSettings, ConnectionPresenter presenter, CurrentActor actor) {
        this.changeSettings = changeSettings;
        this.presenter = presenter;
        this.actor = actor;
    }

    @PATCH
    @Audited("SETTINGS_CHANGED")
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

    /// The switches to set; what is left out stays as it is. The names of the kinds are read here, not by Jackson, so
    /// that a wrong one is named with its place.
    @Schema(name = "SettingsRequest")
    record SettingsRequest(
            @Schema(
                    description = "By `PayableType`; what is left out stays as it is",
                    additionalProperties = Boolean.class)
            @Nullable
            Map<String, Boolean> payables,

            @Nullable Boolean automaticRefunds) {

        private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

        Switches.Change toChange() {
            var set = new EnumMap<PayableType, Boolean>(PayableType.class);
            if (payables != null) {
                payables.forEach((name, on) -> set.put(type(name), value(name, on)));
            }
            return new Switches.Change(set, Optional.ofNullable(automaticRefunds));
        }

        private static PayableType type(String name) {
            return PayableType.find(name).orElseThrow(() -> UnknownPayableType.at(path(name)));
        }

        private static Boolean value(String name, @Nullable Boolean on) {
            if (on == null) {
                throw ProblemException.of(CommonProblem.INVALID_REQUEST).field(path(name));
            }
            return on;
        }

        /// What a caller made up is shown only while it looks like a name.
        private static String path(String name) {
            return SAFE_NAME.matcher(name).matches() ? "payables." + name : "payables";
        }
    }
}
