package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.ControlEndpoint;
import com.coworkpay.tools.local.stack.Secrets;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/// CoworkPay's public interfaces as the portal, the payer and their browser use them, and the way to the other callers.
final class ApiClient {
    /// What a booking costs in the demo.
    static final long BOOKING_KRW = 22_000;

    /// Far enough away for every deadline.
    static final Instant FAR_START = Instant.parse("2030-01-15T01:00:00Z");

    private final ApiCalls calls;
    private final Administrators administrators;
    private final RestBookingSystem bookingSystem;
    private final String portal;
    private final String payer;
    private final String control;

    ApiClient(Addresses at, Secrets secrets, String... locations) throws IOException {
        this.calls = new ApiCalls(new Http(), at);
        var callers = new TokenClient(calls.http(), at.issuer(), secrets);
        this.administrators = new Administrators(calls, callers, locations);
        this.bookingSystem = new RestBookingSystem(calls, callers);
        this.portal = callers.machine("portal");
        this.payer = callers.person("jisoo", "");
        this.control = secrets.controlToken();
    }

    Administrators administrators() {
        return administrators;
    }

    RestBookingSystem bookingSystem() {
        return bookingSystem;
    }

    StartedPayment pay(String location, String bookingId) {
        return pay(location, bookingId, FAR_START);
    }

    /// Begins a payment of a booking; refusals for reasons that pass are tried again with the same key.
    StartedPayment pay(String location, String bookingId, Instant startAt) {
        return pay(location, booking(bookingId, startAt));
    }

    /// The same of a desk for a whole day.
    StartedPayment payDesk(String location, String bookingId, String ownerRole, LocalDate day) {
        var request = booking(bookingId, FAR_START).put("ownerRole", ownerRole).put("description", "Desk 7, one day");
        var payable = request.getJsonObject("payable");
        payable.remove("startAt");
        payable.put("resourceType", "DESK").put("resourceId", "desk-7").put("day", day.toString());
        return pay(location, request);
    }

    /// The same of a hall, at another price.
    StartedPayment payHall(String location, String bookingId, long totalKrw) {
        return pay(
                location,
                booking(bookingId, FAR_START).put("totalKrw", totalKrw).put("description", "Hall, one evening"));
    }

    /// The same of a ticket of an event.
    StartedPayment payTicket(String location, String ticketId, String eventId) {
        var request = booking(ticketId, FAR_START).put("description", "Networking day, one ticket");
        request.getJsonObject("payable")
                .put("type", "EVENT_TICKET")
                .put("eventId", eventId)
                .remove("resourceType");
        request.getJsonObject("payable").remove("resourceId");
        return pay(location, request);
    }

    private StartedPayment pay(String location, JsonObject request) {
        String key = UUID.randomUUID().toString();
        var answer = RetryingCaller.until(
                () -> begin(location, request, key), started -> started.status() / 100 == 2, "a payment that begins");
        return new StartedPayment(
                location, answer.json().getString("paymentId"), answer.json().getString("redirectUrl"));
    }

    /// Tries to begin a payment until it is refused for this reason: switches travel by event.
    Problem refusedToPay(String location, String bookingId, String type) {
        return Problem.of(RetryingCaller.until(
                () -> begin(
                        location,
                        booking(bookingId, FAR_START),
                        UUID.randomUUID().toString()),
                answer -> ApiCalls.isRefusedFor(answer, type),
                "a refusal for " + type));
    }

    private Http.Answer begin(String location, JsonObject request, String idempotencyKey) throws IOException {
        var headers = Map.of("Authorization", "Bearer " + portal, "Idempotency-Key", idempotencyKey);
        return calls.http()
                .send(
                        "POST",
                        calls.at().frontDoor().resolve(ApiCalls.LOCATIONS + location + "/payments"),
                        headers,
                        request);
    }

    private JsonObject booking(String bookingId, Instant startAt) {
        return new JsonObject()
                .put("payerId", "jisoo")
                .put("ownerId", "jisoo")
                .put("ownerRole", "LOCATION_MEMBER")
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", "BOOKING")
                                .put("id", bookingId)
                                .put("resourceType", "ROOM")
                                .put("resourceId", "room-4")
                                .put(
                                        "startAt",
                                        startAt.truncatedTo(ChronoUnit.SECONDS).toString()))
                .put("description", "Meeting room 4, two hours")
                .put("totalKrw", BOOKING_KRW)
                .put("taxFreeKrw", 0)
                .put("quantity", 1)
                .put("device", "PC")
                .put("returnUrl", calls.at().frontDoor() + "/portal/paid")
                .put("policy", new JsonObject().put("kind", "BEFORE_START").put("before", "P1D"));
    }

    /// The payer's browser goes where KakaoPay sent it; returns the status that the portal's page is told.
    String visit(String returnUrl) {
        var answer = RetryingCaller.answered(() -> calls.http().send("GET", URI.create(returnUrl), Map.of(), null));
        String onTo = answer.header("location");
        ExpectationFailedException.unless(
                answer.status() == 303
                        && onTo != null
                        && onTo.startsWith(calls.at().frontDoor() + "/portal/paid?"),
                "expected to be sent on to the portal, got " + answer.status() + " " + answer.body());
        return String.valueOf(onTo).replaceAll(".*[?&]status=([A-Z]+).*", "$1");
    }

    /// What the payer sees, asked with the payer's own token.
    JsonObject payment(StartedPayment attempt) {
        return ApiCalls.success(RetryingCaller.answered(() -> calls.call(
                        payer, "GET", ApiCalls.LOCATIONS + attempt.locationId() + "/payments/" + attempt.id(), null)))
                .json();
    }

    JsonObject awaitStatus(StartedPayment attempt, String status) {
        return RetryingCaller.until(
                () -> payment(attempt), seen -> status.equals(seen.getString("status")), "status " + status);
    }

    /// What the payer sees, once so much was refunded; the status stays as it is.
    JsonObject awaitRefunded(StartedPayment attempt, long refundedKrw) {
        return RetryingCaller.until(
                () -> payment(attempt),
                seen -> seen.getLong("refundedKrw", 0L) == refundedKrw && "SUCCEEDED".equals(seen.getString("status")),
                refundedKrw + " won refunded");
    }

    /// What a cancellation now would give back, as the payer may ask; known as soon as refund-service has heard of it.
    JsonObject preview(StartedPayment attempt) {
        return RetryingCaller.until(
                        () -> calls.call(payer, "GET", ApiCalls.refundsOf(attempt) + "/preview", null),
                        answer -> answer.status() == 200,
                        "a preview")
                .json();
    }

    /// The same, once this is its reason: opening hours travel by event.
    JsonObject preview(StartedPayment attempt, String reason) {
        return RetryingCaller.until(
                        () -> calls.call(payer, "GET", ApiCalls.refundsOf(attempt) + "/preview", null),
                        answer -> answer.status() == 200
                                && reason.equals(answer.json().getString("reason")),
                        "a preview that says " + reason)
                .json();
    }

    /// The simulator's merchant page under this Order ID.
    String merchantPage(String orderId) {
        return RetryingCaller.answered(() -> calls.http().send("GET", merchantPageUri(orderId), Map.of(), null))
                .body();
    }

    URI merchantPageUri(String orderId) {
        return calls.at().simulator().resolve("/merchant?q=" + orderId);
    }

    /// Where a person sees it.
    URI consolePageUri(StartedPayment attempt) {
        return calls.at().frontDoor().resolve("/console/" + attempt.locationId() + "/transactions/" + attempt.id());
    }

    /// Where a person sees a refund batch.
    URI consoleBatchUri(String location, String batchId) {
        return calls.at().frontDoor().resolve("/console/" + location + "/refund-batches/" + batchId);
    }

    /// Ends a service's process with -9; the stack starts it again.
    void kill(String service) {
        var answer = RetryingCaller.answered(() -> calls.http()
                .send(
                        "POST",
                        calls.at().control().resolve(ControlEndpoint.KILL + "/" + service),
                        Map.of("Authorization", "Bearer " + control),
                        null));
        ExpectationFailedException.unless(
                answer.body().strip().endsWith(ControlEndpoint.DONE), "expected it to be killed, got " + answer);
    }
}
