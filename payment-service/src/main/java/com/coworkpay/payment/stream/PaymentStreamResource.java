package com.coworkpay.payment.stream;

import com.coworkpay.payment.query.FindPayment;
import com.coworkpay.payment.query.PathIds;
import com.coworkpay.payment.query.PaymentReader;
import com.coworkpay.payment.query.PaymentResponse;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.LocationId;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The status of a payment as it changes, for a page that waits. Who may read the payment may stream it.
@Path("/v1/locations/{locationId}/payments/{paymentId}/stream")
@Tag(name = "Payments")
@Produces(MediaType.SERVER_SENT_EVENTS)
class PaymentStreamResource {

    private final OpenStreams streams;
    private final FindPayment findPayment;
    private final Caller caller;
    private final CurrentVertxRequest request;

    PaymentStreamResource(OpenStreams streams, FindPayment findPayment, Caller caller, CurrentVertxRequest request) {
        this.streams = streams;
        this.findPayment = findPayment;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "streamPayment",
            summary = "Streams a payment as it changes",
            description =
                    "Server-sent events: the data of each is what reading the payment answers, its id the version."
                            + " It ends with a final status, or after ten minutes; then the client comes again with the"
                            + " Last-Event-ID. A comment comes every 15 seconds. For payment:read and payment:create at the"
                            + " location, and for the payer themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "retry: 2000\nid: 4\ndata: {\"paymentId\":\"…\",\"status\":\"SUCCEEDED\"}\n\n"))
    @APIResponse(responseCode = "204", description = "The client has the final status: it need not come again")
    @APIResponse(responseCode = "404", description = "No such payment, or none that this caller may see")
    @APIResponse(responseCode = "429", description = "Four streams of this payment are open; with Retry-After")
    @APIResponse(responseCode = "503", description = "Too many streams are open: read the payment now and then instead")
    public Uni<Void> stream(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @PathParam("paymentId") String paymentId,
            @Parameter(description = "The version that the client has: it is not sent again")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId) {
        UUID id = PathIds.payment(paymentId);
        PaymentReader reader = PaymentReader.of(caller, locationId);
        return streams.open(StreamKey.payment(id), lastEventId, request.getCurrent(), () -> findPayment
                .find(reader, id)
                .map(PaymentStreamResource::frame));
    }

    private static Frame frame(PaymentResponse payment) {
        return new Frame(
                payment.version(),
                payment,
                switch (payment.status()) {
                    case PENDING, PROCESSING -> false;
                    case SUCCEEDED, CANCELED, FAILED -> true;
                });
    }
}
