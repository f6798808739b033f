package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Polling;
import com.coworkpay.tools.local.stack.Secrets;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages over HTTP, with services that say what they are told to, and a Kafka that is away.
class PortalTest {
    private static final String CHECKOUTS = "/v1/locations/gangnam/checkouts";
    private static final String CHECKOUT = "/checkout/01a218fd-7f41-733a-89a6-c962d1b4aa11/k3y-0f-th3-p4yer";
    private static final String KEY = "abcdef0123456789";
    private static final Pattern KEY_FIELD = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final StubSuite suite = new StubSuite(vertx);
    private HttpServer server;
    private Portal portal;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer();
        suite.says("/v1/locations/gangnam/payment-methods", 200, methods(true));
        suite.says("/v1/locations/gangnam/payments", 200, "{\"payments\":[]}");
        suite.says(CHECKOUTS, 201, checkout());
        open();
    }

    private void open() {
        portal = Portal.start(
                vertx,
                new Portal.Settings(
                        suite.uri(), suite.uri(), suite.uri(), "localhost:1", folder.resolve("portal.json")),
                Secrets.of(folder));
        server = Polling.on(
                vertx.createHttpServer().requestHandler(portal.handler()).listen(0, "localhost"), "the portal");
    }

    @AfterEach
    void stop() {
        portal.close();
        suite.close();
        Polling.on(vertx.close(), "vertx");
    }

    private String checkout() {
        return new JsonObject()
                .put("checkoutId", "01a218fd-7f41-733a-89a6-c962d1b4aa11")
                .put("checkoutUrl", suite.uri() + CHECKOUT)
                .put("expiresAt", Instant.now().plusSeconds(3_600).toString())
                .encode();
    }

    private static String methods(boolean offered) {
        var reasons = new JsonArray();
        if (!offered) {
            reasons.add(new JsonObject().put("code", "NOT_CONNECTED").put("message", "Nothing is <connected>."));
        }
        var types = new JsonObject();
        for (var offer : Offer.values()) {
            types.put(
                    offer.payableType(),
                    new JsonObject().put("offered", offered).put("reasons", reasons));
        }
        return new JsonObject()
                .put("locationId", "gangnam")
                .put("byPayableType", types)
                .encode();
    }

    // ---- what is shown

    @Test
    void sixThingsInTheLanguageOfTheBrowser() throws Exception {
        var english = get("/portal", "en").body();
        assertThat(english).contains("<html lang=\"en\">", "Meeting room A, two hours", "₩110,000", "Desk 7, one day");
        assertThat(english.split("name=\"offer\"", -1)).hasSize(7);
        var korean = get("/portal", "ko-KR,en;q=0.5").body();
        assertThat(korean).contains("<html lang=\"ko\">", "회의실 A, 2시간", "110,000원", "시작 1시간 전까지 전액 환불");
        assertThat(get("/portal?lang=en", "ko").body()).contains("<html lang=\"en\">");
    }

    @Test
    void aLocationThatIsNotConnectedSaysWhyAndMayBeTriedAllTheSame() throws Exception {
        suite.says("/v1/locations/gangnam/payment-methods", 200, methods(false));
        var page = get("/portal", "en").body();
        assertThat(page)
                .contains(
                        "KakaoPay is not offered at this location. Nothing is &lt;connected&gt;.",
                        "<a href=\"/console/gangnam/kakaopay\">Connect KakaoPay in the console</a>");
        assertThat(page.split("It cannot be paid now. Nothing is &lt;connected&gt;.", -1))
                .as("beside each button")
                .hasSize(7);
        suite.says("/v1/locations/gangnam/payment-methods", 200, methods(true));
        assertThat(get("/portal", "en").body()).doesNotContain("/console/gangnam/kakaopay", "It cannot be paid now");
        suite.says("/v1/locations/gangnam/payment-methods", 200, methods(false));
        assertThat(page.split("name=\"offer\"", -1)).hasSize(7);
    }

    @Test
    void pagesAreThereWhileAllServicesAreAway() throws Exception {
        for (String path : new String[] {"/v1/locations/gangnam/payment-methods", "/v1/locations/gangnam/payments"}) {
            suite.says(path, 503, "");
        }
        assertThat(get("/portal", "en").statusCode()).isEqualTo(200);
        String booking = booked();
        assertThat(get(booking, "en").body()).contains("Not known now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal/bookings", "/portal/host", "/portal/nothing", "/portal/paid?a=b"})
    void eachPageIsSafeForTheBrowser(String path) throws Exception {
        var headers = get(path, "en").headers();
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("cache-control")).contains("no-store");
    }

    @Test
    void whatComesWithTheAddressIsShownAsText() throws Exception {
        assertThat(get("/portal/paid?status=%3Cscript%3Ealert(1)%3C/script%3E", "en")
                        .body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(get("/portal?location=%22%3E%3Cb%3E", "en").body()).doesNotContain("\"><b>");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : new String[] {"/portal/nothing", "/portal/bookings/room-1", "/portal/bookings/a/b/c"}) {
            assertThat(get(path, "en").statusCode()).as(path).isEqualTo(404);
        }
    }

    // ---- booking

    @Test
    void bookingMakesACheckoutAndLeadsThere() throws Exception {
        var answer = post("/portal/bookings", form("room"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains(suite.uri() + CHECKOUT);
        var asked = suite.asked(CHECKOUTS).getFirst();
        var body = new JsonObject(asked.body());
        assertThat(body.getString("payerId")).isEqualTo("jisoo");
        assertThat(body.getLong("totalKrw")).isEqualTo(22_000);
        assertThat(body.getJsonObject("payable").getString("type")).isEqualTo("BOOKING");
        assertThat(body.getJsonObject("policy"))
                .isEqualTo(new JsonObject().put("kind", "BEFORE_START").put("before", "PT1H"));
        assertThat(body.getString("returnUrl")).matches(".*/portal/bookings/room-\\d{6}-" + KEY);
    }

    @Test
    void eachOfTheSixCanBeBooked() throws Exception {
        for (var offer : Offer.values()) {
            assertThat(post("/portal/bookings", form(offer.slug())).statusCode())
                    .as(offer.name())
                    .isEqualTo(303);
        }
        assertThat(get("/portal/bookings", "en").body()).contains("/portal/bookings/invoice-", "Not paid yet");
    }

    @Test
    void pressedTwiceItIsOneBookingAndOneCheckout() throws Exception {
        suite.says(CHECKOUTS, 503, "{}");
        assertThat(post("/portal/bookings", form("beans")).statusCode()).isEqualTo(502);
        suite.says(CHECKOUTS, 201, checkout());
        assertThat(post("/portal/bookings", form("beans")).statusCode()).isEqualTo(303);
        assertThat(post("/portal/bookings", form("beans")).statusCode()).isEqualTo(303);
        var asked = suite.asked(CHECKOUTS);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).idempotencyKey()).isEqualTo(asked.get(0).idempotencyKey());
        assertThat(asked.get(1).body()).isEqualTo(asked.get(0).body());
    }

    @Test
    void eachFormHasAKeyOfItsOwn() throws Exception {
        var keys = KEY_FIELD.matcher(get("/portal", "en").body()).results().map(key -> key.group(1));
        assertThat(keys.distinct()).hasSize(6);
    }

    @Test
    void aRefusalIsShownInTheServicesWords() throws Exception {
        suite.says(
                CHECKOUTS,
                409,
                new JsonObject()
                        .put("title", "Switched off")
                        .put("detail", "Not <offered> here.")
                        .encode());
        var answer = post("/portal/bookings", form("room"));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("role=\"alert\"", "Switched off: Not &lt;offered&gt; here.");
    }

    @ParameterizedTest
    @CsvSource({"rocket,gangnam,TOMORROW", "room,busan,TOMORROW", "room,gangnam,YESTERDAY", "room,gangnam,''"})
    void whatNoFormOffersIsRefused(String offer, String location, String when) throws Exception {
        var answer = post("/portal/bookings", Map.of("offer", offer, "location", location, "when", when, "key", KEY));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(suite.asked("/checkouts")).isEmpty();
    }

    @Test
    void theMembersBookingsAreTheirs() throws Exception {
        booked();
        assertThat(get("/portal/bookings", "en").body()).contains("href=\"/portal/bookings/room-");
        var chosen = post("/portal/member", Map.of("member", "taeho", "back", "/portal/bookings?location=gangnam"));
        assertThat(chosen.headers().firstValue("location")).contains("/portal/bookings?location=gangnam");
        var cookie = chosen.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie).contains("portal-member=taeho", "HTTPOnly", "SameSite=Lax");
        var request = request("/portal/bookings").header("Cookie", "portal-member=taeho");
        assertThat(http.send(request.build(), BodyHandlers.ofString()).body())
                .doesNotContain("href=\"/portal/bookings/room-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/portal", "/portal/../v1", "/portal\\evil", "/console", ""
            })
    void nobodyIsSentToAnotherSite(String back) throws Exception {
        var answer = post("/portal/member", Map.of("member", "jisoo", "back", back));
        assertThat(answer.headers().firstValue("location")).contains("/portal");
    }

    // ---- cancelling, while Kafka is away

    @Test
    void aCancellationThatKafkaDoesNotTakeIsKeptAndSaid() throws Exception {
        String booking = booked();
        assertThat(post(booking + "/cancel", Map.of("as", "member")).statusCode())
                .isEqualTo(303);
        assertThat(get(booking, "en").body()).contains("Kafka does not have it yet", "Cancelled");
        assertThat(post(booking + "/cancel", Map.of("as", "member")).statusCode())
                .isEqualTo(409);

        portal.close();
        open();

        assertThat(get(booking, "en").body()).contains("Kafka does not have it yet", "Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1.5", "9999999999999"})
    void anAmountThatIsNoneCancelsNothing(String amount) throws Exception {
        String booking = booked();
        var answer = post(booking + "/cancel", Map.of("as", "administrator", "refund", "AMOUNT", "amountKrw", amount));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Enter the amount in digits");
        assertThat(get(booking, "en").body()).contains("Not paid yet");
    }

    @Test
    void anAmountIsReadAsPeopleTypeIt() {
        assertThat(PortalForms.amount("5,000원")).hasValue(5_000);
        assertThat(PortalForms.amount("₩ 12 000")).hasValue(12_000);
        assertThat(PortalForms.amount("0")).hasValue(0);
    }

    @Test
    void theHostCancelsOnlyWhatWasSeen() throws Exception {
        booked();
        String day = Pattern.compile("name=\"group\" value=\"(day-[0-9-]+)\"")
                .matcher(get("/portal/host", "en").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var stale =
                post("/portal/host/day", Map.of("location", "gangnam", "group", day, "count", "2", "refund", "FULL"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("It changed meanwhile");
        var seen =
                post("/portal/host/day", Map.of("location", "gangnam", "group", day, "count", "1", "refund", "FULL"));
        assertThat(seen.statusCode()).isEqualTo(303);
        assertThat(get("/portal/host", "en").body()).contains("No bookings to cancel");
    }

    @Test
    void aDayIsClosedByOneEventForAll() throws Exception {
        booked();
        booked();
        String host = get("/portal/host", "en").body();
        var group = Pattern.compile("name=\"group\" value=\"(day-([0-9-]+))\"><input[^>]*value=\"(\\d+)\"")
                .matcher(host)
                .results()
                .findFirst()
                .orElseThrow();
        var closed = post(
                "/portal/host/day",
                Map.of("location", "gangnam", "group", group.group(1), "count", group.group(3), "refund", "BATCH"));
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(get("/portal/host", "en").body()).contains("No bookings to cancel");
        var owed = Store.kept(folder.resolve("portal.json")).owed().orElseThrow();
        assertThat(owed.type()).isEqualTo("location.day_closed.v1");
        assertThat(owed.data().getString("day")).isEqualTo(group.group(2));
        assertThat(Files.readString(folder.resolve("portal.json"))).doesNotContain("booking.cancelled.v1");
    }

    // ---- the panel, and who may send forms

    @Test
    void thePanelShowsWhatWasSentWithoutSecrets() throws Exception {
        booked();
        var page = get("/portal/bookings", "en").body();
        assertThat(page).contains("POST " + CHECKOUTS, "Idempotency-Key: portal-room-", "&quot;totalKrw&quot; : 22000");
        assertThat(page)
                .doesNotContain(
                        "t0p-s3cret", "k3y-0f-th3-p4yer", Secrets.of(folder).machineSecret("portal"));
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,,403",
        "same-site,,403",
        "none,,403",
        "same-origin,,303",
        ",http://evil.example,403",
        ",,403",
        ",HERE,303"
    })
    void formsOfOtherSitesAreRefused(String site, String origin, int status) throws Exception {
        var request = request("/portal/member")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("member=taeho"));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("HERE") ? at("").toString() : origin);
        }
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void aFormThatIsTooLargeIsRefused() throws Exception {
        assertThat(post("/portal/member", Map.of("member", "x".repeat(20_000))).statusCode())
                .isEqualTo(413);
    }

    // ---- asking

    private String booked() throws Exception {
        assertThat(post("/portal/bookings", form("room")).statusCode()).isEqualTo(303);
        return Pattern.compile("/portal/bookings/room-\\d{6}-" + KEY)
                .matcher(suite.asked(CHECKOUTS).getFirst().body())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static Map<String, String> form(String offer) {
        return Map.of("offer", offer, "location", "gangnam", "when", "TOMORROW", "key", KEY);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.actualPort() + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return http.send(request(path).header("Accept-Language", language).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
