package com.coworkpay.payment.checkout;

import com.coworkpay.payment.checkout.CheckoutRequest.CheckoutLanguage;
import com.coworkpay.payment.initiation.IdempotencyKey;
import com.coworkpay.payment.initiation.PaymentRequestMapper;
import com.coworkpay.payment.returnurl.CheckoutUrls;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Makes checkouts, for machine callers.
@Path("/v1/locations/{locationId}/checkouts")
@Tag(name = "Checkouts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CheckoutsResource {

    private final CreateCheckout createCheckout;
    private final CheckoutUrls urls;
    private final CurrentActor actor;

    CheckoutsResource(CreateCheckout createCheckout, CheckoutUrls urls, CurrentActor actor) {
        this.createCheckout = createCheckout;
        this.urls = urls;
        this.actor = actor;
    }

    @POST
    @Cancellable(false)
    @Audited("CHECKOUT_CREATED")
    @PermissionsAllowed(Permissions.PAYMENT_CREATE)
    @Operation(
            operationId = "createCheckout",
            summary = "Makes a checkout",
            description =
                    "What is to be paid, with a link by which the payer pays it without signing in, in any number of"
                            + " attempts up to 20. Nothing is begun at KakaoPay before the payer presses pay. The same"
                            + " Idempotency-Key with the same body gets the same checkout; with another body it is rejected.")
    @APIResponseSchema(
            value = CheckoutCreatedResponse.class,
            responseCode = "201",
            responseDescription = "Made: send the payer to checkoutUrl")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "409", description = "The same request is in progress; with Retry-After")
    @APIResponse(responseCode = "422", description = "The key was used for another body")
    @ResponseStatus(201)
    public Uni<RestResponse<CheckoutCreatedResponse>> create(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, of the caller's choice")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid CheckoutRequest request) {
        Actor by = actor.get();
        NewCheckout checkout = new NewCheckout(
                by,
                IdempotencyKey.of(by.subject(), idempotencyKey),
                PaymentRequestMapper.terms(locationId, request),
                expiresAt(request.expiresAt()),
                language(request.language()));
        return createCheckout.create(checkout).map(this::created);
    }

    private static @Nullable Instant expiresAt(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable String language(@Nullable CheckoutLanguage language) {
        return language == null ? null : language.name();
    }

    private RestResponse<CheckoutCreatedResponse> created(Checkout checkout) {
        URI url = urls.of(checkout.id());
        return RestResponse.ResponseBuilder.<CheckoutCreatedResponse>created(url)
                .header("Cache-Control", "no-store")
                .entity(new CheckoutCreatedResponse(checkout.id(), url, checkout.expiresAt()))
                .build();
    }
}
