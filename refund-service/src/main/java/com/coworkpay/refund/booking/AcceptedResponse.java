package com.coworkpay.refund.booking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// A request was accepted: it is published, and then payment-service and refund-service take it in.
@Schema(name = "AcceptedResponse")
record AcceptedResponse(
        @Schema(description = "The id of the event, the same for the same key")
        UUID eventId,

        @Schema(description = "Of the event", examples = "booking.cancelled.v1")
        String type,

        Instant acceptedAt) {

    static AcceptedResponse of(AcceptedEvent accepted) {
        return new AcceptedResponse(accepted.eventId(), accepted.type(), accepted.acceptedAt());
    }

    /// With the address of the payable's cancellations, where what becomes of it can be read.
    static RestResponse<AcceptedResponse> answer(
            AcceptedEvent accepted, String locationId, PayableBody payable, @Nullable String cancellationId) {
        String there = "/v1/locations/" + locationId + "/cancellations?payableType=" + payable.type() + "&payableId="
                + encoded(payable.id())
                + (cancellationId == null ? "" : "&cancellationId=" + encoded(cancellationId));
        return RestResponse.ResponseBuilder.<AcceptedResponse>accepted()
                .location(URI.create(there))
                .header("Cache-Control", "no-store")
                .entity(of(accepted))
                .build();
    }

    /// An id may be any text.
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
