package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.Messages;
import com.coworkpay.integration.location.EntityTags;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.Precondition;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.Language;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/v1/locations/{locationId}/kakaopay")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KakaoPay connection", description = "For a location's administrators.")
class ConnectionResource {

    private final GetLocation locations;
    private final ConnectKakaoPay connectKakaoPay;
    private final CheckConnection checkConnection;
    private final DisconnectKakaoPay disconnectKakaoPay;
    private final ConnectionPresenter presenter;
    private final IntegrationConfig config;
    private final CurrentActor actor;

    ConnectionResource(
            GetLocation locations,
            ConnectKakaoPay connectKakaoPay,
            CheckConnection checkConnection,
            DisconnectKakaoPay disconnectKakaoPay,
            ConnectionPresenter presenter,
            IntegrationConfig config,
            CurrentActor actor) {
        this.locations = locations;
        this.connectKakaoPay = connectKakaoPay;
        this.checkConnection = checkConnection;
        this.disconnectKakaoPay = disconnectKakaoPay;
        this.presenter = presenter;
        this.config = config;
        this.actor = actor;
    }

    @GET
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Operation(
            operationId = "getKakaoPayConnection",
            summary = "The connect page. The key is never shown, only its last four characters.")
    @APIResponse(
            responseCode = "200",
            description = "The connection, or what is needed to connect",
            content = @Content(schema = @Schema(implementation = ConnectionResponse.class)))
    public Uni<RestResponse<ConnectionResponse>> view(@PathParam("locationId") String locationId) {
        return locations.get(locationId).chain(presenter::present);
    }

    @PUT
    @Audited({"CONNECTED", "ROTATED", "CONFIRMED", "CONNECT_REFUSED"})
    @Path("/connection")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Cancellable(false)
    @Operation(
            operationId = "connectKakaoPay",
            summary = "Connect, rotate the key (the same CID), or change the CID. Tried live at KakaoPay before it is"
                    + " stored; a refused key changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Connected",
            content = @Content(schema = @Schema(implementation = ConnectionResponse.class)))
    @APIResponse(responseCode = "409", description = "The location changed while KakaoPay was asked")
    @APIResponse(responseCode = "422", description = "KakaoPay refuses; the problem's type says what to do")
    @APIResponse(responseCode = "503", description = "KakaoPay is not reachable, or its daily quota is used up")
    public Uni<RestResponse<ConnectionResponse>> connect(
            @PathParam("locationId") String locationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ConnectRequest request) {
        return connectKakaoPay
                .connect(request.toCandidate(locationId), Precondition.ifMatch(ifMatch), actor.get())
                .chain(presenter::present);
    }

    @POST
    @Audited("CHECKED")
    @Path("/connection/check")
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Cancellable(false)
    @Operation(
            operationId = "checkKakaoPayConnection",
            summary = "Ask KakaoPay whether it still accepts the credential. Makes no order there.")
    @APIResponse(
            responseCode = "200",
            description = "What KakaoPay said",
            content = @Content(schema = @Schema(implementation = CheckResponse.class)))
    @APIResponse(responseCode = "409", description = "Not connected")
    public Uni<RestResponse<CheckResponse>> check(
            @PathParam("locationId") String locationId, @Context RoutingContext request) {
        Language language = Language.of(request);
        return checkConnection
                .check(locationId, actor.get())
                .map(checked -> CheckResponse.of(checked, Messages.in(language), config.registeredDomains()))
                .map(response -> EntityTags.localized(language, response));
    }

    @DELETE
    @Audited("DISCONNECTED")
    @Path("/connection")
    @PermissionsAllowed(Permissions.INTEGRATION_MANAGE)
    @Cancellable(false)
    @Operation(
            operationId = "disconnectKakaoPay",
            summary = "New payments stop when payment-service has received it, within seconds while Kafka works. "
                    + "The account stays, sealed, for payments that wait and for refunds.")
    @APIResponse(
            responseCode = "200",
            description = "Disconnected",
            content = @Content(schema = @Schema(implementation = ConnectionResponse.class)))
    @APIResponse(responseCode = "400", description = "confirm=true is missing")
    public Uni<RestResponse<ConnectionResponse>> disconnect(
            @PathParam("locationId") String locationId,
            @QueryParam("confirm") @Nullable String confirm,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        if (!"true".equals(confirm)) {
            throw ProblemException.of(IntegrationProblem.CONFIRMATION_NEEDED).field("confirm");
        }
        return disconnectKakaoPay
                .disconnect(locationId, Precondition.ifMatch(ifMatch), actor.get())
                .chain(presenter::present);
    }
}
