package com.coworkpay.payment.checkout;

import com.coworkpay.payment.cancel.CancelUnpaidPayment;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.InitiatePaymentResponse;
import com.coworkpay.payment.query.PathIds;
import com.coworkpay.payment.returnurl.CheckoutUrls;
import com.coworkpay.payment.stream.Frame;
import com.coworkpay.payment.stream.OpenStreams;
import com.coworkpay.payment.stream.StreamKey;
import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.audit.Unaudited;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// The page of a checkout, on behalf of whoever holds its link. Open to all, but only by links that this installation
/// signed: the signature is checked before anything is read.
@Path("/v1/checkouts/{checkoutId}/{signature}")
@Tag(name = "Checkouts")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CheckoutResource {

    /// In the audit: whoever has the link, and no token.
    private static final String LINK = "checkout-link";

    private static final String NO_INDEX = "noindex, nofollow";

    private final CheckoutUrls urls;
    private final FindCheckout findCheckout;
    private final PayCheckout payCheckout;
    private final CancelUnpaidPayment cancelUnpaidPayment;
    private final OpenStreams streams;
    private final CurrentVertxRequest request;
    private final CurrentActor actor;

    CheckoutResource(
            CheckoutUrls urls,
            FindCheckout findCheckout,
            PayCheckout payCheckout,
            CancelUnpaidPayment cancelUnpaidPayment,
            OpenStreams streams,
            CurrentVertxRequest request,
            CurrentActor actor) {
        this.urls = urls;
        this.findCheckout = findCheckout;
        this.payCheckout = payCheckout;
        this.cancelUnpaidPayment = cancelUnpaidPayment;
        this.streams = streams;
        this.request = request;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "getCheckout",
            summary = "Reads a checkout",
            description =
                    "What is to be paid, whether it can be paid now, its attempts, and the receipt once it is paid.")
    @APIResponseSchema(value = CheckoutResponse.class, responseCode = "200", responseDescription = "The checkout")
    @APIResponse(responseCode = "404", description = "Not a link that this installation signed")
    public Uni<RestResponse<CheckoutResponse>> get(
            @PathParam("checkoutId") String checkoutId, @PathParam("signature") String signature) {
        return findCheckout
                .find(signed(checkoutId, signature))
                .map(found -> found.orElseThrow(PathIds::notFound))
                .map(found -> hidden(RestResponse.ResponseBuilder.ok(found)));
    }

    @POST
    @Path("/payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Unaudited("The payment is the record, with its checkout; the payer has no token")
    @Operation(
            operationId = "payCheckout",
            summary = "Begins an attempt to pay a checkout",
            description = "The same Idempotency-Key with the same body gets the same response. Older attempts that are"
                    + " pending are superseded.")
    @APIResponseSchema(
            value = InitiatePaymentResponse.class,
            responseCode = "201",
            responseDescription = "Initiated: send the payer to redirectUrl")
    @APIResponse(responseCode = "400", description = "A field is wrong, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "404", description = "Not a link that this installation signed")
    @APIResponse(
            responseCode = "409",
            description = "Rejected; the problem's type is the reason, Retry-After the time after which to retry")
    @APIResponse(
            responseCode = "422",
            description = "The key was used for another body, or KakaoPay declined the payment")
    @APIResponse(responseCode = "502", description = "The location's KakaoPay account must be put right")
    @APIResponse(responseCode = "503", description = "KakaoPay is unavailable: the same key may be sent again")
    @ResponseStatus(201)
    public Uni<RestResponse<InitiatePaymentResponse>> pay(
            @PathParam("checkoutId") String checkoutId,
            @PathParam("signature") String signature,
            @Parameter(required = true, description = "1 to 255 visible ASCII characters, one for each attempt")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid CheckoutPaymentRequest request) {
        return payCheckout
                .begin(signed(checkoutId, signature), idempotencyKey, request.device())
                .map(InitiatePaymentResponse::of)
                .map(begun -> hidden(RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, begun)));
    }

    @POST
    @Path("/payments/{paymentId}/cancel")
    @Cancellable(false)
    @Audited("PAYMENT_CANCELED")
    @Operation(
            operationId = "cancelCheckoutPayment",
            summary = "Cancels an attempt that is not paid",
            description = "One that is canceled already stays as it is.")
    @APIResponseSchema(value = CheckoutResponse.class, responseCode = "200", responseDescription = "The checkout")
    @APIResponse(responseCode = "404", description = "Not a link that this installation signed, or no attempt of it")
    @APIResponse(
            responseCode = "409",
            description =
                    "Paid, failed, or being checked; the problem's type says which, Retry-After when to look again")
    public Uni<RestResponse<CheckoutResponse>> cancel(
            @PathParam("checkoutId") String checkoutId,
            @PathParam("signature") String signature,
            @PathParam("paymentId") String paymentId) {
        UUID id = signed(checkoutId, signature);
        return cancelUnpaidPayment
                .cancel(
                        PathIds.payment(paymentId),
                        payment -> id.equals(payment.checkoutId()),
                        Reason.PAYER_ABORTED,
                        PathIds::notFound,
                        actor.of(LINK))
                .chain(_ -> get(checkoutId, signature));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamCheckout",
            summary = "Streams a checkout as its attempts change",
            description =
                    "Server-sent events: the data of each is what reading the checkout answers, its id the version."
                            + " It ends when the checkout is over, or after ten minutes; then the client comes again with the"
                            + " Last-Event-ID. A comment comes every 15 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "retry: 2000\nid: 4\ndata: {\"checkoutId\":\"…\",\"over\":true}\n\n"))
    @APIResponse(responseCode = "204", description = "The client has the last version: it need not come again")
    @APIResponse(responseCode = "404", description = "Not a link that this installation signed")
    @APIResponse(responseCode = "429", description = "Four streams of this checkout are open; with Retry-After")
    @APIResponse(
            responseCode = "503",
            description = "Too many streams are open: read the checkout now and then instead")
    public Uni<Void> stream(
            @PathParam("checkoutId") String checkoutId,
            @PathParam("signature") String signature,
            @Parameter(description = "The version that the client has: it is not sent again")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId) {
        UUID id = signed(checkoutId, signature);
        RoutingContext current = request.getCurrent();
        current.response().putHeader("Referrer-Policy", "no-referrer").putHeader("X-Robots-Tag", NO_INDEX);
        return streams.open(StreamKey.checkout(id), lastEventId, current, () -> findCheckout
                .find(id)
                .map(found -> found.orElseThrow(PathIds::notFound))
                .map(checkout -> new Frame(checkout.version(), checkout, checkout.over())));
    }

    private UUID signed(String checkoutId, String signature) {
        return urls.checkoutOf(checkoutId, signature).orElseThrow(PathIds::notFound);
    }

    /// The address is a key: no cache keeps what it opens, no index finds it, and no other site learns it.
    private static <T> RestResponse<T> hidden(RestResponse.ResponseBuilder<T> response) {
        return response.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", NO_INDEX)
                .build();
    }
}
