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

/// CoworkPay's public interfaces as its callers use them: booking system, administrator, portal, payer's browser.
final class ApiClient {
    /// What a booking costs in the demo.
    static final long BOOKING_KRW = 22_000;

    /// Far enough away for every deadline.
    static final Instant FAR_START = Instant.parse("2030-01-15T01:00:00Z");

    private static final String LOCATIONS = "/v1/locations/";

    private final Http http = new Http();
    private final Addresses at;
    private final TokenClient callers;
    private final String administrator;
    private final String secondAdministrator;
    private final String bookingSystem;
    private final String portal;
    private final String payer;
    private final String control;

    ApiClient(Addresses at, Secrets secrets, String... locations) throws IOException {
        this.at = at;
        this.callers = new TokenClient(http, at.issuer(), secrets);
        this.administrator = callers.person("minji", "location:" + String.join(" location:", locations));
        this.secondAdministrator = callers.person("dohyun", "location:" + String.join(" location:", locations));
        this.bookingSystem = callers.machine("booking-system");
        this.portal = callers.machine("portal");
        this.payer = callers.person("jisoo", "");
        this.control = secrets.controlToken();
    }

    void registerLocation(String id) {
        var body = new JsonObject()
                .put("title", "Demo " + id)
                .put("timezone", "Asia/Seoul")
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100_000);
        success(RetryingCaller.answered(() -> call(bookingSystem, "PUT", LOCATIONS + id, body)));
    }

    /// The answer as it is: a refusal is what some steps are about. One that only says "not now" is tried again.
    Http.Answer connect(String location, String kind, String key, String cid) {
        var body = new JsonObject().put("credentialKind", kind).put("key", key).put("cid", cid);
        return RetryingCaller.until(
                () -> call(administrator, "PUT", LOCATIONS + location + "/kakaopay/connection", body),
                answer -> answer.status() < 500 && !isRefusedFor(answer, "changed-meanwhile"),
                "an answer to connecting");
    }

    /// The answer as it is.
    Http.Answer disconnect(String location) {
        return RetryingCaller.answered(
                () -> call(administrator, "DELETE", LOCATIONS + location + "/kakaopay/connection?confirm=true", null));
    }

    void switchBookings(String location, boolean on) {
        var body = new JsonObject().put("payables", new JsonObject().put("BOOKING", on));
        success(RetryingCaller.answered(
                () -> call(administrator, "PATCH", LOCATIONS + location + "/kakaopay/settings", body)));
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
                answer -> isRefusedFor(answer, type),
                "a refusal for " + type));
    }

    private Http.Answer begin(String location, JsonObject request, String idempotencyKey) throws IOException {
        var headers = Map.of("Authorization", "Bearer " + portal, "Idempotency-Key", idempotencyKey);
        return http.send("POST", at.frontDoor().resolve(LOCATIONS + location + "/payments"), headers, request);
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
                .put("returnUrl", at.frontDoor() + "/portal/paid")
                .put("policy", new JsonObject().put("kind", "BEFORE_START").put("before", "P1D"));
    }

    /// The payer's browser goes where KakaoPay sent it; returns the status that the portal's page is told.
    String visit(String returnUrl) {
        var answer = RetryingCaller.answered(() -> http.send("GET", URI.create(returnUrl), Map.of(), null));
        String onTo = answer.header("location");
        ExpectationFailedException.unless(
                answer.status() == 303 && onTo != null && onTo.startsWith(at.frontDoor() + "/portal/paid?"),
                "expected to be sent on to the portal, got " + answer.status() + " " + answer.body());
        return String.valueOf(onTo).replaceAll(".*[?&]status=([A-Z]+).*", "$1");
    }

    /// What the payer sees, asked with the payer's own token.
    JsonObject payment(StartedPayment attempt) {
        return success(RetryingCaller.answered(
                        () -> call(payer, "GET", LOCATIONS + attempt.locationId() + "/payments/" + attempt.id(), null)))
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

    /// What staff see of a payment's refunds.
    JsonObject refunds(StartedPayment attempt) {
        return success(RetryingCaller.answered(() -> call(administrator, "GET", refundsOf(attempt), null)))
                .json();
    }

    JsonObject awaitRefunds(StartedPayment attempt, long refundedKrw) {
        return RetryingCaller.until(
                        () -> call(administrator, "GET", refundsOf(attempt), null),
                        answer -> answer.status() == 200 && answer.json().getLong("refundedKrw") == refundedKrw,
                        refundedKrw + " won refunded of payment " + attempt.id())
                .json();
    }

    /// What a cancellation now would give back, as the payer may ask; known as soon as refund-service has heard of it.
    JsonObject preview(StartedPayment attempt) {
        return RetryingCaller.until(
                        () -> call(payer, "GET", refundsOf(attempt) + "/preview", null),
                        answer -> answer.status() == 200,
                        "a preview")
                .json();
    }

    /// The same, once this is its reason: opening hours travel by event.
    JsonObject preview(StartedPayment attempt, String reason) {
        return RetryingCaller.until(
                        () -> call(payer, "GET", refundsOf(attempt) + "/preview", null),
                        answer -> answer.status() == 200
                                && reason.equals(answer.json().getString("reason")),
                        "a preview that says " + reason)
                .json();
    }

    /// An administrator's refund; the answer as it is.
    Http.Answer refund(StartedPayment attempt, Long amountKrw, long balanceKrw, String idempotencyKey) {
        var headers = Map.of(
                "Authorization", "Bearer " + administrator, "Accept-Language", "en", "Idempotency-Key", idempotencyKey);
        var body = new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "REQUESTED_BY_CUSTOMER")
                .put("note", "데모: 일부 환불");
        return RetryingCaller.until(
                () -> http.send("POST", at.frontDoor().resolve(refundsOf(attempt)), headers, body),
                answer -> answer.status() < 500 && !isRefusedFor(answer, "payment-not-known-yet"),
                "an answer to a refund");
    }

    /// What one of the two administrators answers to a refund that waits for approval; the answer as it is.
    Http.Answer approve(String who, StartedPayment attempt, String refundId, long amountKrw, String answer) {
        var body = new JsonObject()
                .put("answer", answer)
                .put("amountKrw", amountKrw)
                .put("note", "데모: 회원과 통화함");
        return RetryingCaller.answered(() -> call(
                who.equals("minji") ? administrator : secondAdministrator,
                "POST",
                refundsOf(attempt) + "/" + refundId + "/approval",
                body));
    }

    /// The refund of this cancellation or wish that KakaoPay has refused for good.
    JsonObject awaitFailedRefund(StartedPayment attempt) {
        return RetryingCaller.until(
                        () -> refunds(attempt).getJsonArray("refunds").stream()
                                .map(JsonObject.class::cast)
                                .filter(refund -> "FAILED".equals(refund.getString("status")))
                                .toList(),
                        failed -> !failed.isEmpty(),
                        "a failed refund of payment " + attempt.id())
                .getFirst();
    }

    /// A person's word about a refund; the answer as it is.
    Http.Answer resolve(StartedPayment attempt, String refundId, String outcome, String evidence) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + administrator,
                "Accept-Language",
                "en",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var body = new JsonObject().put("outcome", outcome).put("evidence", evidence);
        return RetryingCaller.answered(() -> http.send(
                "POST", at.frontDoor().resolve(refundsOf(attempt) + "/" + refundId + "/resolution"), headers, body));
    }

    /// A comparison with KakaoPay, now.
    JsonObject compare(StartedPayment attempt) {
        return success(RetryingCaller.answered(() -> call(
                        administrator,
                        "POST",
                        LOCATIONS + attempt.locationId() + "/payments/" + attempt.id() + "/comparisons",
                        null)))
                .json();
    }

    /// The booking system without Kafka: `cancellations`, `moves` or `restorations`; the answer as it is.
    Http.Answer sendBooking(String location, String what, String key, JsonObject body) {
        var headers =
                Map.of("Authorization", "Bearer " + bookingSystem, "Idempotency-Key", key, "Accept-Language", "en");
        return RetryingCaller.answered(
                () -> http.send("POST", at.frontDoor().resolve(LOCATIONS + location + "/" + what), headers, body));
    }

    /// What the booking system told that cannot be true, once it is there.
    JsonObject awaitSetAside(String location, String cancellationId) {
        return RetryingCaller.until(
                        () -> success(call(administrator, "GET", setAside(location) + "?limit=200", null))
                                .json()
                                .getJsonArray("cancellations")
                                .stream()
                                .map(JsonObject.class::cast)
                                .filter(each -> cancellationId.equals(each.getString("cancellationId")))
                                .toList(),
                        found -> !found.isEmpty(),
                        "cancellation " + cancellationId + " set aside")
                .getFirst();
    }

    /// The newest entry of the audit about a set-aside cancellation.
    JsonObject lastRefundAct(String location, String setAsideId) {
        String path = "/v1/locations/" + location + "/refunds/audit?objectType=CANCELLATION&objectId=" + setAsideId;
        return success(RetryingCaller.answered(() -> call(administrator, "GET", path, null)))
                .json()
                .getJsonArray("entries")
                .getJsonObject(0);
    }

    void release(String location, String setAsideId, String note) {
        success(RetryingCaller.answered(() -> call(
                administrator,
                "POST",
                setAside(location) + "/" + setAsideId + "/release",
                new JsonObject().put("note", note))));
    }

    private static String setAside(String location) {
        return LOCATIONS + location + "/cancellations/set-aside";
    }

    private static String refundsOf(StartedPayment attempt) {
        return LOCATIONS + attempt.locationId() + "/payments/" + attempt.id() + "/refunds";
    }

    /// The simulator's merchant page under this Order ID.
    String merchantPage(String orderId) {
        return RetryingCaller.answered(() -> http.send("GET", merchantPageUri(orderId), Map.of(), null))
                .body();
    }

    URI merchantPageUri(String orderId) {
        return at.simulator().resolve("/merchant?q=" + orderId);
    }

    /// Where a person sees it.
    URI consolePageUri(StartedPayment attempt) {
        return at.frontDoor().resolve("/console/" + attempt.locationId() + "/transactions/" + attempt.id());
    }

    /// What an administrator asks or does about the location's refund batches; the answer as it is.
    ///
    /// @param who minji or dohyun
    /// @param path below `refund-batches`
    Http.Answer batches(
            String who,
            String method,
            String location,
            String path,
            @org.jspecify.annotations.Nullable JsonObject body) {
        return RetryingCaller.answered(() -> call(
                who.equals("minji") ? administrator : secondAdministrator,
                method,
                LOCATIONS + location + "/refund-batches" + path,
                body));
    }

    /// Where a person sees a refund batch.
    URI consoleBatchUri(String location, String batchId) {
        return at.frontDoor().resolve("/console/" + location + "/refund-batches/" + batchId);
    }

    /// Ends a service's process with -9; the stack starts it again.
    void kill(String service) {
        var answer = RetryingCaller.answered(() -> http.send(
                "POST",
                at.control().resolve(ControlEndpoint.KILL + "/" + service),
                Map.of("Authorization", "Bearer " + control),
                null));
        ExpectationFailedException.unless(
                answer.body().strip().endsWith(ControlEndpoint.DONE), "expected it to be killed, got " + answer);
    }

    private Http.Answer call(
            String token, String method, String path, @org.jspecify.annotations.Nullable JsonObject body)
            throws IOException {
        return http.send(
                method,
                at.frontDoor().resolve(path),
                Map.of("Authorization", "Bearer " + token, "Accept-Language", "en"),
                body);
    }

    private static boolean isRefusedFor(Http.Answer answer, String type) {
        return answer.status() >= 400
                && answer.body().startsWith("{")
                && Problem.of(answer).type().equals(type);
    }

    private static Http.Answer success(Http.Answer answer) {
        ExpectationFailedException.unless(
                answer.status() / 100 == 2, "expected success, got " + answer.status() + " " + answer.body());
        return answer;
    }
}
