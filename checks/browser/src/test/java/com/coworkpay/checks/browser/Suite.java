package com.coworkpay.checks.browser;

import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.load.ShortTimeouts;
import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Secrets;
import com.coworkpay.tools.local.stack.StackSettings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The whole stack with its console: one for all tests of this module. With the property `coworkpay.stack`, the folder
/// of a stack that runs (`.coworkpay`), that one is used, and what needs to kill its processes is left out.
final class Suite {
    /// Of everything that is waited for. Nothing asserts how long it took.
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Suite shared;

    private final @Nullable LocalStack stack;
    private final Addresses at;
    private final Http http = new Http();
    private final TokenClient callers;

    private Suite(@Nullable LocalStack stack, Addresses at, Secrets secrets) {
        this.stack = stack;
        this.at = at;
        this.callers = new TokenClient(http, at.issuer(), secrets);
    }

    static synchronized Suite shared() {
        if (shared == null) {
            try {
                String running = System.getProperty("coworkpay.stack", "");
                shared = running.isEmpty() ? started() : attached(Path.of(running));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return shared;
    }

    private static Suite attached(Path folder) {
        return new Suite(null, Addresses.of(folder), Secrets.of(folder));
    }

    private static Suite started() throws IOException {
        var settings = new HashMap<>(ShortTimeouts.SETTINGS);
        settings.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        var stack = new LocalStack(
                new StackSettings(
                                Path.of(System.getProperty("coworkpay.root")),
                                Files.createTempDirectory("coworkpay-browser"),
                                false,
                                OptionalInt.empty(),
                                true,
                                settings,
                                false,
                                Duration.ofMinutes(8))
                        .withConsole(),
                line -> System.out.println("[stack] " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        return new Suite(stack, stack.addresses(), stack.secrets());
    }

    /// Null where the stack was there before.
    @Nullable
    LocalStack stack() {
        return stack;
    }

    URI front() {
        return at.frontDoor();
    }

    SimulatorControl kakaopay() {
        return new SimulatorControl(at.simulator());
    }

    /// A location of this test's own, not connected.
    Location location(String title) {
        String id = "demo-b" + System.currentTimeMillis() % 100_000_000 + "-" + NUMBER.incrementAndGet();
        return location(id, title);
    }

    Location location(String id, String title) {
        var body = new JsonObject()
                .put("title", title)
                .put("timezone", "Asia/Seoul")
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100_000)
                .put(
                        "seller",
                        new JsonObject()
                                .put("name", "코워크페이 주식회사")
                                .put("businessNumber", "123-45-67891")
                                .put("representative", "김민지")
                                .put("address", "서울특별시 강남구 테헤란로 1")
                                .put("phone", "02-1234-5678"));
        success(() -> call(machine("booking-system"), "PUT", "/v1/locations/" + id, body));
        return new Location(id, title);
    }

    /// A location where one can pay.
    Location connected(String title) {
        var location = location(title);
        var body = new JsonObject()
                .put("credentialKind", "SECRET_KEY")
                .put("key", DemoMerchants.SECRET_KEY)
                .put("cid", DemoMerchants.SECRET_KEY_CID);
        success(() -> call(
                callers.person("minji", "location:" + location.id()),
                "PUT",
                location.path() + "/kakaopay/connection",
                body));
        return location;
    }

    record Location(String id, String title) {
        String path() {
            return "/v1/locations/" + id;
        }

        String console(String page) {
            return "/console/" + id + (page.isEmpty() ? "" : "/" + page);
        }
    }

    /// A link for a payer, as the portal makes it; it can be paid by now.
    Checkout checkout(Location location, String description, long amountKrw) {
        return checkout(
                location,
                description,
                amountKrw,
                new JsonObject()
                        .put("type", "BOOKING")
                        .put("id", "booking-" + UUID.randomUUID())
                        .put("resourceType", "ROOM")
                        .put("resourceId", "room-a"));
    }

    private Checkout checkout(Location location, String description, long amountKrw, JsonObject payable) {
        var body = new JsonObject()
                .put("payerId", "jisoo")
                .put("ownerId", "jisoo")
                .put("ownerRole", "LOCATION_MEMBER")
                .put(
                        "payable",
                        payable.put(
                                "startAt", Instant.parse("2030-01-15T01:00:00Z").toString()))
                .put("description", description)
                .put("totalKrw", amountKrw)
                .put("returnUrl", at.frontDoor() + "/portal/paid")
                .put("policy", new JsonObject().put("kind", "BEFORE_START").put("before", "PT1H"));
        String key = UUID.randomUUID().toString();
        var made = success(() -> http.send(
                "POST",
                at.frontDoor().resolve(location.path() + "/checkouts"),
                Map.of("Authorization", "Bearer " + machine("portal"), "Idempotency-Key", key),
                body));
        var checkout = new Checkout(URI.create(made.json().getString("checkoutUrl")));
        // The connection travels to payment-service by event.
        await().atMost(LIMIT).until(() -> state(checkout).getBoolean("payableNow"));
        return checkout;
    }

    record Checkout(URI url) {
        String api() {
            return "/v1" + url.getPath().replace("/checkout/", "/checkouts/");
        }
    }

    JsonObject state(Checkout checkout) {
        return success(() -> http.send("GET", at.frontDoor().resolve(checkout.api()), Map.of(), null))
                .json();
    }

    /// A payment that is there already.
    ///
    /// @return its id
    String paid(Location location, String description, long amountKrw) {
        return paid(location, checkout(location, description, amountKrw));
    }

    /// A ticket of an event that is paid already.
    ///
    /// @return the payment's id
    String paidTicket(Location location, String event, String description, long amountKrw) {
        var ticket = new JsonObject()
                .put("type", "EVENT_TICKET")
                .put("id", "ticket-" + UUID.randomUUID())
                .put("eventId", event);
        return paid(location, checkout(location, description, amountKrw, ticket));
    }

    private String paid(Location location, Checkout checkout) {
        var begun = success(() -> http.send(
                        "POST",
                        at.frontDoor().resolve(checkout.api() + "/payments"),
                        Map.of("Idempotency-Key", "paid"),
                        new JsonObject().put("device", "PC")))
                .json();
        String back = kakaopay().pay(begun.getString("redirectUrl"), Method.MONEY);
        try {
            http.send("GET", URI.create(back), Map.of(), null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await().atMost(LIMIT).until(() -> state(checkout).getJsonObject("receipt") != null);
        String payment = begun.getString("paymentId");
        await().atMost(LIMIT).until(() -> isReported(location, payment) && refunds(location, payment) != null);
        return payment;
    }

    private boolean isReported(Location location, String payment) throws IOException {
        return administrator(location, "/transactions/" + payment).status() == 200;
    }

    /// What staff see of a payment's refunds; null where refund-service has not heard of it yet.
    @Nullable
    JsonObject refunds(Location location, String payment) throws IOException {
        var answer = administrator(location, "/payments/" + payment + "/refunds");
        return answer.status() == 200 ? answer.json() : null;
    }

    private Http.Answer administrator(Location location, String path) throws IOException {
        return call(callers.person("minji", "location:" + location.id()), "GET", location.path() + path, null);
    }

    private String machine(String id) throws IOException {
        return callers.machine(id);
    }

    private Http.Answer call(String token, String method, String path, @Nullable JsonObject body) throws IOException {
        return http.send(
                method,
                at.frontDoor().resolve(path),
                Map.of("Authorization", "Bearer " + token, "Accept-Language", "en"),
                body);
    }

    private interface Call {
        Http.Answer made() throws IOException;
    }

    /// Refusals that pass by themselves are tried again.
    private static Http.Answer success(Call call) {
        var last = new Http.Answer[1];
        await().atMost(LIMIT).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            last[0] = call.made();
            int status = last[0].status();
            if (status >= 400 && status < 500 && status != 409 && status != 404) {
                throw new IllegalStateException("refused: " + status + " " + last[0].body());
            }
            return status / 100 == 2;
        });
        return last[0];
    }
}
