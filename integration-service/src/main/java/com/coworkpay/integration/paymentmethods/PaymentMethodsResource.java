package com.coworkpay.integration.paymentmethods;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.Messages;
import com.coworkpay.integration.UnknownPayableType;
import com.coworkpay.integration.location.EntityTags;
import com.coworkpay.integration.location.GetLocation;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.Language;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/locations/{locationId}/payment-methods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment methods", description = "For the portal, before it shows how to pay.")
class PaymentMethodsResource {

    private final GetLocation locations;
    private final IntegrationConfig config;
    private final Caller caller;

    PaymentMethodsResource(GetLocation locations, IntegrationConfig config, Caller caller) {
        this.locations = locations;
        this.config = config;
        this.caller = caller;
    }

    /// Any permission at the location is enough; without one, the location is not there.
    @GET
    @Authenticated
    @Operation(
            operationId = "getPaymentMethods",
            summary = "Whether KakaoPay is offered for a kind of payable, and why not.")
    @APIResponse(
            responseCode = "200",
            description = "For one kind, or for all",
            content = @Content(schema = @Schema(implementation = PaymentMethodsResponse.class)))
    public Uni<RestResponse<PaymentMethodsResponse>> availability(
            @PathParam("locationId") String locationId,
            @QueryParam("payableType") @Parameter(schema = @Schema(implementation = PayableType.class)) @Nullable
                    String payableType,
            @Context RoutingContext request) {
        if (!caller.isKnownAt(locationId)) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        var asked = Optional.ofNullable(payableType).map(PaymentMethodsResource::parse);
        Language language = Language.of(request);
        return locations
                .get(locationId)
                .map(state -> response(state, asked, Messages.in(language)))
                .map(response -> EntityTags.localized(language, response));
    }

    private PaymentMethodsResponse response(LocationState state, Optional<PayableType> asked, Messages messages) {
        boolean testAllowed = config.testAccountsAllowed();
        return asked.map(type -> PaymentMethodsResponse.ofOne(
                        state.id(), PaymentMethodAvailability.of(state, type, testAllowed), messages))
                .orElseGet(() -> PaymentMethodsResponse.ofAll(
                        state.id(),
                        Arrays.stream(PayableType.values())
                                .map(type -> PaymentMethodAvailability.of(state, type, testAllowed))
                                .toList(),
                        messages));
    }

    private static PayableType parse(String text) {
        return PayableType.find(text).orElseThrow(() -> UnknownPayableType.at("payableType"));
    }
}
