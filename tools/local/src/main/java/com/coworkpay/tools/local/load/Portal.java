package com.coworkpay.tools.local.load;

import com.coworkpay.tools.local.Http;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The portal's backend and its members' browsers.
public final class Portal {
    private final Http http;
    private final URI payments;
    private final URI returnsTo;
    private final Bearer bearer;

    /// @param payments where payments are begun
    /// @param returnsTo the portal's own origin, where payers end up
    public Portal(Http http, URI payments, URI returnsTo, Bearer bearer) {
        this.http = http;
        this.payments = payments;
        this.returnsTo = returnsTo;
        this.bearer = bearer;
    }

    /// What is paid for.
    ///
    /// @param taxFreeKrw the tax-free part of the total
    public record Booking(String location, String id, Instant startAt, long totalKrw, long taxFreeKrw) {
        private JsonObject body(URI returnsTo) {
            return new JsonObject()
                    .put("payerId", "jisoo")
                    .put("ownerId", "jisoo")
                    .put("ownerRole", "LOCATION_MEMBER")
                    .put(
                            "payable",
                            new JsonObject()
                                    .put("type", "BOOKING")
                                    .put("id", id)
                                    .put("resourceType", "ROOM")
                                    .put("resourceId", "room-4")
                                    .put(
                                            "startAt",
                                            startAt.truncatedTo(ChronoUnit.SECONDS)
                                                    .toString()))
                    .put("description", "회의실 4, 두 시간")
                    .put("totalKrw", totalKrw)
                    .put("taxFreeKrw", taxFreeKrw)
                    .put("quantity", 1)
                    .put("device", "PC")
                    .put("returnUrl", returnsTo + "/portal/paid")
                    .put("policy", new JsonObject().put("kind", "BEFORE_START").put("before", "P1D"));
        }
    }

    /// The answer as it is.
    public Http.Answer begin(Booking booking, String idempotencyKey) throws IOException {
        return http.send(
                "POST",
                payments.resolve("/v1/locations/" + booking.location() + "/payments"),
                Map.of("Authorization", bearer.header(), "Idempotency-Key", idempotencyKey),
                booking.body(returnsTo));
    }

    /// A page to pay on, for a payer without this portal's own.
    ///
    /// @return its address
    public URI checkout(Booking booking, String idempotencyKey) throws IOException {
        var body = booking.body(returnsTo);
        body.remove("device");
        var answer = http.send(
                "POST",
                payments.resolve("/v1/locations/" + booking.location() + "/checkouts"),
                Map.of("Authorization", bearer.header(), "Idempotency-Key", idempotencyKey),
                body);
        if (answer.status() / 100 != 2) {
            throw new IOException("expected a checkout, got " + answer.status() + " " + answer.body());
        }
        return URI.create(answer.json().getString("checkoutUrl"));
    }

    /// Pays by Money on KakaoPay's page.
    ///
    /// @return the way back to us; null where the page did not send the browser back
    public @Nullable URI payAtKakaoPay(String redirectUrl) throws IOException {
        var answer = http.form(URI.create(redirectUrl).resolve("confirm"), Map.of("method", "MONEY"));
        String location = answer.header("location");
        return location == null ? null : URI.create(location);
    }

    /// The browser comes back, to this process of payment-service.
    ///
    /// @return the status that the portal's page is told; null where the browser was not sent on
    public @Nullable String comeBack(URI wayBack) throws IOException {
        var there = payments.resolve(wayBack.getRawPath() + "?" + wayBack.getRawQuery());
        var answer = http.send("GET", there, Map.of(), null);
        String onTo = answer.header("location");
        return answer.status() == 303 && onTo != null ? onTo.replaceAll(".*[?&]status=([A-Z]+).*", "$1") : null;
    }
}
